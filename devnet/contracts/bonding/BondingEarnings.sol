// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {P6, P27} from "../libraries/FixedPoint.sol";
import {BondingPool} from "./BondingPool.sol";

/// Rewards, ticket fees and their distribution by cumulative factors (contracts.md 5.5 and 6).
abstract contract BondingEarnings is BondingPool {
    modifier onlyTicketBroker() {
        require(msg.sender == registered(keccak256("TicketBroker")), "caller must be TicketBroker");
        _;
    }

    /// Shares out the face value of redeemed tickets; the round argument is ignored (contracts.md 6.3).
    function updateTranscoderWithFees(address _transcoder, uint256 _fees, uint256 _round)
        external
        whenSystemNotPaused
        onlyTicketBroker
    {
        _round;
        require(isActiveTranscoder(_transcoder), "transcoder must be active");
        uint256 round = currentRound();
        Transcoder storage t = transcoders[_transcoder];
        EarningsPool storage earnings = t.earningsPools[round];
        (uint256 prevReward, uint256 prevFee) = latestFactors(_transcoder, round - 1);
        uint256 activeRewards = t.activeCumulativeRewards;

        if (round > t.lastRewardRound) {
            openEarningsPool(t, earnings, round);
            activeRewards = t.cumulativeRewards;
        }
        if (prevReward == 0 && t.lastRewardRound == round) prevReward = estimatePreviousFactor(earnings);
        assert(activeRewards <= earnings.totalStake);

        uint256 delegatorsFees = P6.share(_fees, earnings.transcoderFeeShare);
        uint256 ownFees = P27.share(delegatorsFees, activeRewards, earnings.totalStake);
        t.cumulativeFees += ownFees + (_fees - delegatorsFees);

        uint256 increment = P27.share(orOne(prevReward), delegatorsFees, earnings.totalStake);
        uint256 base = earnings.cumulativeFeeFactor == 0 ? prevFee : earnings.cumulativeFeeFactor;
        earnings.cumulativeFeeFactor = base + increment;
        t.lastFeeRound = round;
    }

    /// Mints and shares out one round's reward of an orchestrator (contracts.md 6.2).
    function rewardTranscoder(address _transcoder, Hint memory _hint)
        internal
        whenSystemNotPaused
        currentRoundInitialized
    {
        uint256 round = currentRound();
        require(isActiveTranscoder(_transcoder), "transcoder must be active");
        Transcoder storage t = transcoders[_transcoder];
        require(t.lastRewardRound != round, "caller has already called reward for the current round");

        EarningsPool storage earnings = t.earningsPools[round];
        openEarningsPool(t, earnings, round);
        stopTreasuryCutAtCeiling();

        uint256 reward = minter().createReward(earnings.totalStake, currentRoundTotalActiveStake);
        reward -= payTreasury(_transcoder, reward);
        shareReward(t, earnings, reward);
        increaseStake(_transcoder, reward, _hint);
        t.lastRewardRound = round;

        emit Reward(_transcoder, reward);
        checkpoint(_transcoder);
    }

    /// Brings an account's stored stake and fees up to the current round; once per round.
    function claim(address _delegator) internal {
        uint256 round = currentRound();
        Delegator storage d = delegators[_delegator];
        uint256 lastClaimRound = d.lastClaimRound;
        if (lastClaimRound >= round) return;

        (uint256 stake, uint256 fees) = pendingAt(_delegator, round);
        address delegate = d.delegateAddress;
        if (delegate != address(0)) {
            ensureFactors(delegate, round);
            if (delegate == _delegator) {
                transcoders[_delegator].cumulativeFees = 0;
                transcoders[_delegator].cumulativeRewards = 0;
            }
        }
        emit EarningsClaimed(
            delegate,
            _delegator,
            stake - d.bondedAmount,
            fees - d.fees,
            lastClaimRound + 1,
            round
        );
        d.lastClaimRound = round;
        d.bondedAmount = stake;
        d.fees = fees;
    }

    /// Writes the factors in force into the round's pool, so that the round can be a start point later.
    function ensureFactors(address _transcoder, uint256 _round) internal {
        EarningsPool storage earnings = transcoders[_transcoder].earningsPools[_round];
        (uint256 rewardFactor, uint256 feeFactor) = latestFactors(_transcoder, _round);
        if (earnings.cumulativeRewardFactor == 0) earnings.cumulativeRewardFactor = rewardFactor;
        if (earnings.cumulativeFeeFactor == 0) earnings.cumulativeFeeFactor = feeFactor;
    }

    /// Stake and fees with everything earned up to the given round (contracts.md 6.5).
    function pendingAt(address _delegator, uint256 _round) internal view returns (uint256 stake, uint256 fees) {
        Delegator storage d = delegators[_delegator];
        address delegate = d.delegateAddress;
        stake = d.bondedAmount;
        fees = d.fees;
        if (delegate == address(0)) return (stake, fees);

        if (d.lastClaimRound < _round) {
            EarningsPool storage start = transcoders[delegate].earningsPools[d.lastClaimRound];
            (uint256 endReward, uint256 endFee) = latestFactors(delegate, _round);
            uint256 startReward = orOne(start.cumulativeRewardFactor);
            fees += P27.share(stake, endFee - start.cumulativeFeeFactor, startReward);
            stake = P27.share(stake, orOne(endReward), startReward);
        }
        if (delegate == _delegator) {
            stake += transcoders[_delegator].cumulativeRewards;
            fees += transcoders[_delegator].cumulativeFees;
        }
    }

    /// Stored factors of a round, or else those of the last reward and fee rounds before it.
    function latestFactors(address _transcoder, uint256 _round)
        internal
        view
        returns (uint256 rewardFactor, uint256 feeFactor)
    {
        Transcoder storage t = transcoders[_transcoder];
        rewardFactor = t.earningsPools[_round].cumulativeRewardFactor;
        feeFactor = t.earningsPools[_round].cumulativeFeeFactor;
        if (rewardFactor == 0 && t.lastRewardRound < _round) {
            rewardFactor = t.earningsPools[t.lastRewardRound].cumulativeRewardFactor;
        }
        if (feeFactor == 0 && t.lastFeeRound < _round) {
            feeFactor = t.earningsPools[t.lastFeeRound].cumulativeFeeFactor;
        }
    }

    /// Copies today's rates, and the active stake when it did not change since an earlier round.
    function openEarningsPool(Transcoder storage t, EarningsPool storage _earnings, uint256 _round) private {
        _earnings.transcoderRewardCut = t.rewardCut;
        _earnings.transcoderFeeShare = t.feeShare;
        if (t.lastActiveStakeUpdateRound < _round) {
            _earnings.totalStake = t.earningsPools[t.lastActiveStakeUpdateRound].totalStake;
        }
    }

    /// A full treasury stops the cut from the next round on; this round's rate still applies.
    function stopTreasuryCutAtCeiling() private {
        uint256 ceiling = treasuryBalanceCeiling;
        if (ceiling == 0 || nextRoundTreasuryRewardCutRate == 0) return;
        if (livepeerToken().balanceOf(treasury()) < ceiling) return;
        nextRoundTreasuryRewardCutRate = 0;
        emit ParameterUpdate("nextRoundTreasuryRewardCutRate");
    }

    function payTreasury(address _transcoder, uint256 _total) private returns (uint256 cut) {
        cut = P27.share(_total, treasuryRewardCutRate);
        if (cut == 0) return 0;
        address to = treasury();
        minter().trustedTransferTokens(to, cut);
        emit TreasuryReward(_transcoder, to, cut);
    }

    function shareReward(Transcoder storage t, EarningsPool storage _earnings, uint256 _reward) private {
        uint256 prev = orOne(t.earningsPools[t.lastRewardRound].cumulativeRewardFactor);
        uint256 activeRewards = t.cumulativeRewards;
        t.activeCumulativeRewards = activeRewards;
        assert(activeRewards <= _earnings.totalStake);

        uint256 commission = P6.share(_reward, _earnings.transcoderRewardCut);
        uint256 delegatorsReward = _reward - commission;
        uint256 own = P27.share(delegatorsReward, activeRewards, _earnings.totalStake);
        t.cumulativeRewards = activeRewards + own + commission;
        _earnings.cumulativeRewardFactor = prev + P27.share(prev, delegatorsReward, _earnings.totalStake);
    }

    /// The factor before this round's reward when no round gives it: undoes the expected reward of the
    /// round in 27-digit arithmetic, so it is near, not equal, to the true one (contracts.md 6.3 step 3).
    function estimatePreviousFactor(EarningsPool storage _earnings) private view returns (uint256) {
        uint256 rewards = P27.share(
            minter().currentMintableTokens(),
            _earnings.totalStake,
            currentRoundTotalActiveStake
        );
        rewards -= P27.share(rewards, treasuryRewardCutRate);
        uint256 delegatorsReward = rewards - P6.share(rewards, _earnings.transcoderRewardCut);
        return
            P27.share(
                _earnings.cumulativeRewardFactor,
                _earnings.totalStake,
                delegatorsReward + _earnings.totalStake
            );
    }

    /// A reward factor never written counts as one.
    function orOne(uint256 _factor) private pure returns (uint256) {
        return _factor == 0 ? P27.ONE : _factor;
    }
}
