// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// What the RoundsManager and the Minter need of the BondingManager (contracts.md 3.3, 4.3).
interface IRoundBonding {
    function setCurrentRoundTotalActiveStake() external;

    /// Active stake of the current round, not all bonded stake.
    function getTotalBonded() external view returns (uint256);
}
