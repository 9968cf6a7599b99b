// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {BondingEarnings} from "./BondingEarnings.sol";

/// Read functions of the BondingManager (contracts.md 5.2).
abstract contract BondingViews is BondingEarnings {
    /// The round argument is ignored: always the current round.
    function pendingStake(address _delegator, uint256 _endRound) external view returns (uint256) {
        _endRound;
        (uint256 stake, ) = pendingAt(_delegator, currentRound());
        return stake;
    }

    /// The round argument is ignored: always the current round.
    function pendingFees(address _delegator, uint256 _endRound) external view returns (uint256) {
        _endRound;
        (, uint256 fees) = pendingAt(_delegator, currentRound());
        return fees;
    }

    function transcoderTotalStake(address _transcoder) external view returns (uint256) {
        return delegators[_transcoder].delegatedAmount;
    }

    function transcoderStatus(address _transcoder) external view returns (TranscoderStatus) {
        return isRegisteredTranscoder(_transcoder) ? TranscoderStatus.Registered : TranscoderStatus.NotRegistered;
    }

    function getTranscoder(address _transcoder)
        external
        view
        returns (
            uint256 lastRewardRound,
            uint256 rewardCut,
            uint256 feeShare,
            uint256 lastActiveStakeUpdateRound,
            uint256 activationRound,
            uint256 deactivationRound,
            uint256 activeCumulativeRewards,
            uint256 cumulativeRewards,
            uint256 cumulativeFees,
            uint256 lastFeeRound
        )
    {
        Transcoder storage t = transcoders[_transcoder];
        lastRewardRound = t.lastRewardRound;
        rewardCut = t.rewardCut;
        feeShare = t.feeShare;
        lastActiveStakeUpdateRound = t.lastActiveStakeUpdateRound;
        activationRound = t.activationRound;
        deactivationRound = t.deactivationRound;
        activeCumulativeRewards = t.activeCumulativeRewards;
        cumulativeRewards = t.cumulativeRewards;
        cumulativeFees = t.cumulativeFees;
        lastFeeRound = t.lastFeeRound;
    }

    /// Stored values only; zero where nothing was written.
    function getTranscoderEarningsPoolForRound(address _transcoder, uint256 _round)
        external
        view
        returns (
            uint256 totalStake,
            uint256 transcoderRewardCut,
            uint256 transcoderFeeShare,
            uint256 cumulativeRewardFactor,
            uint256 cumulativeFeeFactor
        )
    {
        EarningsPool storage earnings = transcoders[_transcoder].earningsPools[_round];
        totalStake = earnings.totalStake;
        transcoderRewardCut = earnings.transcoderRewardCut;
        transcoderFeeShare = earnings.transcoderFeeShare;
        cumulativeRewardFactor = earnings.cumulativeRewardFactor;
        cumulativeFeeFactor = earnings.cumulativeFeeFactor;
    }

    /// Stored values, without pending earnings.
    function getDelegator(address _delegator)
        external
        view
        returns (
            uint256 bondedAmount,
            uint256 fees,
            address delegateAddress,
            uint256 delegatedAmount,
            uint256 startRound,
            uint256 lastClaimRound,
            uint256 nextUnbondingLockId
        )
    {
        Delegator storage d = delegators[_delegator];
        bondedAmount = d.bondedAmount;
        fees = d.fees;
        delegateAddress = d.delegateAddress;
        delegatedAmount = d.delegatedAmount;
        startRound = d.startRound;
        lastClaimRound = d.lastClaimRound;
        nextUnbondingLockId = d.nextUnbondingLockId;
    }

    function getDelegatorUnbondingLock(address _delegator, uint256 _unbondingLockId)
        external
        view
        returns (uint256 amount, uint256 withdrawRound)
    {
        UnbondingLock storage lock = delegators[_delegator].unbondingLocks[_unbondingLockId];
        return (lock.amount, lock.withdrawRound);
    }

    function isValidUnbondingLock(address _delegator, uint256 _unbondingLockId) external view returns (bool) {
        return delegators[_delegator].unbondingLocks[_unbondingLockId].withdrawRound > 0;
    }

    /// Active stake of the current round, not everything bonded.
    function getTotalBonded() external view returns (uint256) {
        return currentRoundTotalActiveStake;
    }

    function getTranscoderPoolMaxSize() external view returns (uint256) {
        return pool.maxSize;
    }

    function getTranscoderPoolSize() external view returns (uint256) {
        return pool.size;
    }

    function getFirstTranscoderInPool() external view returns (address) {
        return pool.head;
    }

    function getNextTranscoderInPool(address _transcoder) external view returns (address) {
        return pool.nodes[_transcoder].nextId;
    }
}
