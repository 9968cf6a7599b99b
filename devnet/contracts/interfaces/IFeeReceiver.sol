// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// What the TicketBroker needs of the BondingManager (contracts.md 8).
interface IFeeReceiver {
    function updateTranscoderWithFees(address _transcoder, uint256 _fees, uint256 _round) external;

    function isActiveTranscoder(address _transcoder) external view returns (bool);

    /// Size of the set of the next round.
    function getTranscoderPoolSize() external view returns (uint256);
}
