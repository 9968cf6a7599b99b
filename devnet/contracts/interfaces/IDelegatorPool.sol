// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// What the L2Migrator does with a pool of delegators (contracts.md 12.3).
interface IDelegatorPool {
    function initialize(address _bondingManager) external;

    function claim(address _delegator, uint256 _stake) external;
}
