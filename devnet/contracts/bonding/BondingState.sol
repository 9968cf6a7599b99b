// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ManagerProxyTarget} from "../ManagerProxyTarget.sol";
import {IBondingVotes} from "../interfaces/IBondingVotes.sol";
import {ILivepeerToken} from "../interfaces/ILivepeerToken.sol";
import {IMinter} from "../interfaces/IMinter.sol";
import {IRoundsManager} from "../interfaces/IRoundsManager.sol";
import {SortedDoublyLL} from "../libraries/SortedDoublyLL.sol";

/// Storage, events and lookups shared by the parts of the BondingManager (contracts.md 2.1 and 5.1).
abstract contract BondingState is ManagerProxyTarget {
    using SortedDoublyLL for SortedDoublyLL.Data;

    event TranscoderUpdate(address indexed transcoder, uint256 rewardCut, uint256 feeShare);
    event TranscoderActivated(address indexed transcoder, uint256 activationRound);
    event TranscoderDeactivated(address indexed transcoder, uint256 deactivationRound);
    event TranscoderSlashed(address indexed transcoder, address finder, uint256 penalty, uint256 finderReward);
    event RewardCallerSet(address indexed transcoder, address indexed rewardCaller);
    event Reward(address indexed transcoder, uint256 amount);
    event TreasuryReward(address indexed transcoder, address treasury, uint256 amount);
    event Bond(
        address indexed newDelegate,
        address indexed oldDelegate,
        address indexed delegator,
        uint256 additionalAmount,
        uint256 bondedAmount
    );
    event Unbond(
        address indexed delegate,
        address indexed delegator,
        uint256 unbondingLockId,
        uint256 amount,
        uint256 withdrawRound
    );
    event Rebond(address indexed delegate, address indexed delegator, uint256 unbondingLockId, uint256 amount);
    event TransferBond(
        address indexed oldDelegator,
        address indexed newDelegator,
        uint256 oldUnbondingLockId,
        uint256 newUnbondingLockId,
        uint256 amount
    );
    event WithdrawStake(address indexed delegator, uint256 unbondingLockId, uint256 amount, uint256 withdrawRound);
    event WithdrawFees(address indexed delegator, address recipient, uint256 amount);
    event EarningsClaimed(
        address indexed delegate,
        address indexed delegator,
        uint256 rewards,
        uint256 fees,
        uint256 startRound,
        uint256 endRound
    );

    struct UnbondingLock {
        uint256 amount;
        uint256 withdrawRound;
    }

    struct Delegator {
        uint256 bondedAmount;
        uint256 fees;
        address delegateAddress;
        /// Stake delegated to this address, its own included.
        uint256 delegatedAmount;
        uint256 startRound;
        uint256 lastClaimRound;
        uint256 nextUnbondingLockId;
        mapping(uint256 => UnbondingLock) unbondingLocks;
    }

    struct EarningsPool {
        uint256 totalStake;
        uint256 transcoderRewardCut;
        uint256 transcoderFeeShare;
        uint256 cumulativeRewardFactor;
        uint256 cumulativeFeeFactor;
    }

    struct Transcoder {
        uint256 lastRewardRound;
        uint256 rewardCut;
        uint256 feeShare;
        uint256 lastActiveStakeUpdateRound;
        uint256 activationRound;
        uint256 deactivationRound;
        uint256 activeCumulativeRewards;
        uint256 cumulativeRewards;
        uint256 cumulativeFees;
        uint256 lastFeeRound;
        mapping(uint256 => EarningsPool) earningsPools;
    }

    /// Neighbours a node is expected to have in the pool after a change; zero is none or unknown.
    struct Hint {
        address prev;
        address next;
    }

    enum TranscoderStatus {
        NotRegistered,
        Registered
    }

    enum DelegatorStatus {
        Pending,
        Bonded,
        Unbonded
    }

    uint256 internal constant MAX_ROUND = type(uint256).max;

    // The order below fixes the storage slots from 2 on; tools read them through the proxy.
    uint64 public unbondingPeriod;
    mapping(address => Delegator) internal delegators;
    mapping(address => Transcoder) internal transcoders;
    uint256 public currentRoundTotalActiveStake;
    uint256 public nextRoundTotalActiveStake;
    SortedDoublyLL.Data internal pool;
    uint256 public treasuryRewardCutRate;
    uint256 public nextRoundTreasuryRewardCutRate;
    uint256 public treasuryBalanceCeiling;
    mapping(address => address) public transcoderToRewardCaller;

    modifier currentRoundInitialized() {
        require(roundsManager().currentRoundInitialized(), "current round is not initialized");
        _;
    }

    function isActiveTranscoder(address _transcoder) public view returns (bool) {
        uint256 round = currentRound();
        Transcoder storage t = transcoders[_transcoder];
        return t.activationRound <= round && round < t.deactivationRound;
    }

    function isRegisteredTranscoder(address _transcoder) public view returns (bool) {
        Delegator storage d = delegators[_transcoder];
        return d.delegateAddress == _transcoder && d.bondedAmount > 0;
    }

    function delegatorStatus(address _delegator) public view returns (DelegatorStatus) {
        Delegator storage d = delegators[_delegator];
        if (d.bondedAmount == 0) return DelegatorStatus.Unbonded;
        return d.startRound > currentRound() ? DelegatorStatus.Pending : DelegatorStatus.Bonded;
    }

    function isUnbonded(address _delegator) internal view returns (bool) {
        return delegatorStatus(_delegator) == DelegatorStatus.Unbonded;
    }

    /// Writes the account's stored state into the history of voting power; it counts from the next round on.
    function checkpoint(address _account) internal {
        Delegator storage d = delegators[_account];
        bondingVotes().checkpointBondingState(
            _account,
            currentRound() + 1,
            d.bondedAmount,
            d.delegateAddress,
            d.delegatedAmount,
            d.lastClaimRound,
            transcoders[_account].lastRewardRound
        );
    }

    function currentRound() internal view returns (uint256) {
        return roundsManager().currentRound();
    }

    function roundsManager() internal view returns (IRoundsManager) {
        return IRoundsManager(registered(keccak256("RoundsManager")));
    }

    function minter() internal view returns (IMinter) {
        return IMinter(registered(keccak256("Minter")));
    }

    function livepeerToken() internal view returns (ILivepeerToken) {
        return ILivepeerToken(registered(keccak256("LivepeerToken")));
    }

    function bondingVotes() internal view returns (IBondingVotes) {
        return IBondingVotes(registered(keccak256("BondingVotes")));
    }

    function treasury() internal view returns (address) {
        return registered(keccak256("Treasury"));
    }

    function l2Migrator() internal view returns (address) {
        return registered(keccak256("L2Migrator"));
    }
}
