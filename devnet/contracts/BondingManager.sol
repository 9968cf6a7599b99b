// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Manager} from "./Manager.sol";
import {BondingStaking} from "./bonding/BondingStaking.sol";
import {P6, P27} from "./libraries/FixedPoint.sol";
import {SortedDoublyLL} from "./libraries/SortedDoublyLL.sol";

/// Stake, rewards and fees of Livepeer in its newest behaviour (contracts.md 0, 5 and 6):
/// what orchestrators, the owner and other protocol contracts call. Runs behind a ManagerProxy.
contract BondingManager is BondingStaking {
    using SortedDoublyLL for SortedDoublyLL.Data;

    modifier onlyRoundsManager() {
        require(msg.sender == address(roundsManager()), "caller must be RoundsManager");
        _;
    }

    modifier onlyVerifier() {
        require(msg.sender == registered(keccak256("Verifier")), "caller must be Verifier");
        _;
    }

    constructor(address _controller) Manager(_controller) {}

    function transcoder(uint256 _rewardCut, uint256 _feeShare) external {
        updateTranscoder(_rewardCut, _feeShare, Hint(address(0), address(0)));
    }

    function transcoderWithHint(
        uint256 _rewardCut,
        uint256 _feeShare,
        address _newPosPrev,
        address _newPosNext
    ) external {
        updateTranscoder(_rewardCut, _feeShare, Hint(_newPosPrev, _newPosNext));
    }

    function reward() external {
        rewardTranscoder(msg.sender, Hint(address(0), address(0)));
    }

    function rewardWithHint(address _newPosPrev, address _newPosNext) external {
        rewardTranscoder(msg.sender, Hint(_newPosPrev, _newPosNext));
    }

    function rewardForTranscoder(address _transcoder) external {
        requireRewardCaller(_transcoder);
        rewardTranscoder(_transcoder, Hint(address(0), address(0)));
    }

    function rewardForTranscoderWithHint(
        address _transcoder,
        address _newPosPrev,
        address _newPosNext
    ) external {
        requireRewardCaller(_transcoder);
        rewardTranscoder(_transcoder, Hint(_newPosPrev, _newPosNext));
    }

    /// Any address may name its reward caller in advance; zero unsets it.
    function setRewardCaller(address _rewardCaller) external whenSystemNotPaused {
        transcoderToRewardCaller[msg.sender] = _rewardCaller;
        emit RewardCallerSet(msg.sender, _rewardCaller);
    }

    function setUnbondingPeriod(uint64 _unbondingPeriod) external onlyControllerOwner {
        unbondingPeriod = _unbondingPeriod;
        emit ParameterUpdate("unbondingPeriod");
    }

    /// The set may only grow.
    function setNumActiveTranscoders(uint256 _numActiveTranscoders) external onlyControllerOwner {
        pool.setMaxSize(_numActiveTranscoders);
        emit ParameterUpdate("numActiveTranscoders");
    }

    /// Takes effect when the next round is initialized.
    function setTreasuryRewardCutRate(uint256 _cutRate) external onlyControllerOwner {
        require(P27.valid(_cutRate), "_cutRate is invalid precise percentage");
        nextRoundTreasuryRewardCutRate = _cutRate;
        emit ParameterUpdate("nextRoundTreasuryRewardCutRate");
    }

    /// Takes effect at once; zero means no ceiling.
    function setTreasuryBalanceCeiling(uint256 _ceiling) external onlyControllerOwner {
        treasuryBalanceCeiling = _ceiling;
        emit ParameterUpdate("treasuryBalanceCeiling");
    }

    /// Switches the active stake to the round being initialized (contracts.md 4.3 step 2).
    function setCurrentRoundTotalActiveStake() external onlyRoundsManager {
        currentRoundTotalActiveStake = nextRoundTotalActiveStake;
        if (nextRoundTreasuryRewardCutRate != treasuryRewardCutRate) {
            treasuryRewardCutRate = nextRoundTreasuryRewardCutRate;
            emit ParameterUpdate("treasuryRewardCutRate");
        }
        bondingVotes().checkpointTotalActiveStake(currentRoundTotalActiveStake, currentRound());
    }

    /// Takes a part of an orchestrator's own stake. No Verifier is registered on the real network.
    function slashTranscoder(
        address _transcoder,
        address _finder,
        uint256 _slashAmount,
        uint256 _finderFee
    ) external whenSystemNotPaused onlyVerifier {
        claim(_transcoder);
        Delegator storage d = delegators[_transcoder];
        uint256 penalty;
        uint256 finderReward;
        if (d.bondedAmount > 0) {
            penalty = P6.share(d.bondedAmount, _slashAmount);
            if (pool.contains(_transcoder)) resign(_transcoder);
            d.bondedAmount -= penalty;
            if (delegatorStatus(_transcoder) == DelegatorStatus.Bonded) {
                delegators[d.delegateAddress].delegatedAmount -= penalty;
            }
            uint256 burnt = penalty;
            if (_finder != address(0)) {
                finderReward = P6.share(penalty, _finderFee);
                burnt -= finderReward;
                minter().trustedTransferTokens(_finder, finderReward);
            }
            minter().trustedBurnTokens(burnt);
        }
        emit TranscoderSlashed(_transcoder, _finder, penalty, finderReward);
        checkpoint(_transcoder);
    }

    function updateTranscoder(uint256 _rewardCut, uint256 _feeShare, Hint memory _hint)
        private
        whenSystemNotPaused
        currentRoundInitialized
    {
        require(
            !roundsManager().currentRoundLocked(),
            "can't update transcoder params, current round is locked"
        );
        require(P6.valid(_rewardCut), "invalid rewardCut percentage");
        require(P6.valid(_feeShare), "invalid feeShare percentage");
        require(isRegisteredTranscoder(msg.sender), "transcoder must be registered");
        Transcoder storage t = transcoders[msg.sender];
        uint256 round = currentRound();
        require(
            !isActiveTranscoder(msg.sender) || t.lastRewardRound == round,
            "caller can't be active or must have already called reward for the current round"
        );

        t.rewardCut = _rewardCut;
        t.feeShare = _feeShare;
        if (!pool.contains(msg.sender)) {
            tryJoin(msg.sender, delegators[msg.sender].delegatedAmount, round + 1, _hint);
        }
        emit TranscoderUpdate(msg.sender, _rewardCut, _feeShare);
    }

    function requireRewardCaller(address _transcoder) private view {
        require(
            transcoderToRewardCaller[_transcoder] == msg.sender,
            "caller must be a reward caller set by the transcoder"
        );
    }
}
