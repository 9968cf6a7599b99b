// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {IPoolBonding} from "./interfaces/IPoolBonding.sol";

/// Holds the stake of a migrated orchestrator's delegators until each comes for its part, rewards and
/// fees since then included (contracts.md 12.3). One clone per orchestrator.
contract DelegatorPool is Initializable {
    event DelegatorPoolInitialized(
        address indexed _bondingManager,
        address indexed _migrator,
        uint256 _initialStake
    );
    event Claimed(address indexed _delegator, uint256 _stake, uint256 _fees);

    address public bondingManager;
    address public migrator;
    /// Stake that was bonded for the pool, in wei.
    uint256 public initialStake;
    /// Part of it that was claimed, without earnings.
    uint256 public claimedInitialStake;

    function initialize(address _bondingManager) external initializer {
        bondingManager = _bondingManager;
        migrator = msg.sender;
        initialStake = IPoolBonding(_bondingManager).pendingStake(address(this), 0);
        emit DelegatorPoolInitialized(_bondingManager, msg.sender, initialStake);
    }

    /// The stake is the one on Ethereum; what is paid is its share of all the pool still has.
    function claim(address _delegator, uint256 _stake) external {
        require(msg.sender == migrator, "POOL:NOT_MIGRATOR");
        uint256 remaining = initialStake - claimedInitialStake;
        require(_stake <= remaining, "POOL:INVALID_CLAIM");

        IPoolBonding bonding = IPoolBonding(bondingManager);
        uint256 owedStake = bonding.pendingStake(address(this), 0) * _stake / remaining;
        uint256 owedFees = bonding.pendingFees(address(this), 0) * _stake / remaining;
        claimedInitialStake += _stake;
        bonding.transferBond(_delegator, owedStake, address(0), address(0), address(0), address(0));
        bonding.withdrawFees(payable(_delegator), owedFees);
        emit Claimed(_delegator, owedStake, owedFees);
    }
}
