// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Stake that counts for making a poll (contracts.md 10).
interface IPendingStake {
    function pendingStake(address _delegator, uint256 _endRound) external view returns (uint256);

    function transcoderTotalStake(address _transcoder) external view returns (uint256);
}
