// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Manager} from "./Manager.sol";
import {ManagerProxyTarget} from "./ManagerProxyTarget.sol";
import {IBondingReads} from "./interfaces/IBondingReads.sol";
import {IBondingVotes} from "./interfaces/IBondingVotes.sol";
import {IRoundsManager} from "./interfaces/IRoundsManager.sol";
import {P27} from "./libraries/FixedPoint.sol";
import {SortedRounds} from "./libraries/SortedRounds.sol";

/// Voting power of stake by round: history written by the BondingManager, read as an ERC-5805 token
/// that can neither be transferred nor delegated (contracts.md 7).
contract BondingVotes is ManagerProxyTarget, IBondingVotes {
    using SortedRounds for uint256[];

    error FutureLookup(uint256 queryRound, uint256 maxAllowed);
    error InvalidCaller(address caller, address required);
    error InvalidStartRound(uint256 checkpointRound, uint256 requiredRound);
    error FutureLastClaimRound(uint256 lastClaimRound, uint256 maxAllowed);
    error InvalidTotalStakeCheckpointRound(uint256 checkpointRound, uint256 requiredRound);
    error MissingEarningsPool(address transcoder, uint256 round);
    error MustCallBondingManager(string bondingManagerFunction);

    event DelegateChanged(address indexed delegator, address indexed fromDelegate, address indexed toDelegate);
    event DelegateVotesChanged(address indexed delegate, uint256 previousBalance, uint256 newBalance);
    event DelegatorBondedAmountChanged(
        address indexed delegate,
        uint256 previousBondedAmount,
        uint256 previousLastClaimRound,
        uint256 newBondedAmount,
        uint256 newLastClaimRound
    );

    struct Entry {
        uint256 bondedAmount;
        address delegateAddress;
        uint256 delegatedAmount;
        uint256 lastClaimRound;
        uint256 lastRewardRound;
    }

    struct AccountHistory {
        uint256[] startRounds;
        mapping(uint256 => Entry) entries;
    }

    mapping(address => AccountHistory) private accounts;
    uint256[] private initializedRounds;
    mapping(uint256 => uint256) private totalActiveStakes;

    modifier onlyBondingManager() {
        address required = address(bondingManager());
        if (msg.sender != required) revert InvalidCaller(msg.sender, required);
        _;
    }

    /// A past timepoint is a round that is over; power at its end is power at the next one's start.
    modifier onlyPastRound(uint256 _round) {
        uint256 current = clock();
        if (_round >= current) revert FutureLookup(_round, current - 1);
        _;
    }

    constructor(address _controller) Manager(_controller) {}

    function checkpointBondingState(
        address _account,
        uint256 _startRound,
        uint256 _bondedAmount,
        address _delegateAddress,
        uint256 _delegatedAmount,
        uint256 _lastClaimRound,
        uint256 _lastRewardRound
    ) external onlyBondingManager {
        uint256 nextRound = uint256(clock()) + 1;
        if (_startRound != nextRound) revert InvalidStartRound(_startRound, nextRound);
        if (_lastClaimRound >= nextRound) revert FutureLastClaimRound(_lastClaimRound, nextRound - 1);

        Entry memory previous = entryAt(_account, _startRound);
        Entry memory current = Entry({
            bondedAmount: _bondedAmount,
            delegateAddress: _delegateAddress,
            delegatedAmount: _delegatedAmount,
            lastClaimRound: _lastClaimRound,
            lastRewardRound: _lastRewardRound
        });
        AccountHistory storage history = accounts[_account];
        history.entries[_startRound] = current;
        history.startRounds.append(_startRound);
        emitChanges(_account, previous, current);
    }

    function checkpointTotalActiveStake(uint256 _totalStake, uint256 _round) external onlyBondingManager {
        uint256 current = clock();
        if (_round != current) revert InvalidTotalStakeCheckpointRound(_round, current);
        totalActiveStakes[_round] = _totalStake;
        initializedRounds.append(_round);
    }

    function hasCheckpoint(address _account) external view returns (bool) {
        return accounts[_account].startRounds.length > 0;
    }

    function getVotes(address _account) external view returns (uint256) {
        (uint256 votes, ) = getVotesAndDelegateAtRoundStart(_account, uint256(clock()) + 1);
        return votes;
    }

    function getPastVotes(address _account, uint256 _round) external view onlyPastRound(_round) returns (uint256) {
        (uint256 votes, ) = getVotesAndDelegateAtRoundStart(_account, _round + 1);
        return votes;
    }

    function delegates(address _account) external view returns (address) {
        return entryAt(_account, uint256(clock()) + 1).delegateAddress;
    }

    function delegatedAt(address _account, uint256 _round) external view onlyPastRound(_round) returns (address) {
        return entryAt(_account, _round + 1).delegateAddress;
    }

    function totalSupply() external view returns (uint256) {
        return getTotalActiveStakeAt(uint256(clock()) + 1);
    }

    function getPastTotalSupply(uint256 _round) external view onlyPastRound(_round) returns (uint256) {
        return getTotalActiveStakeAt(_round + 1);
    }

    function name() external pure returns (string memory) {
        return "Livepeer Voting Power";
    }

    function symbol() external pure returns (string memory) {
        return "vLPT";
    }

    function decimals() external pure returns (uint8) {
        return 18;
    }

    /// Rounds, not blocks or seconds.
    function CLOCK_MODE() external pure returns (string memory) {
        return "mode=livepeer_round";
    }

    function delegate(address) external pure {
        revert MustCallBondingManager("bond");
    }

    function delegateBySig(address, uint256, uint256, uint8, bytes32, bytes32) external pure {
        revert MustCallBondingManager("bondFor");
    }

    function clock() public view returns (uint48) {
        return uint48(IRoundsManager(registered(keccak256("RoundsManager"))).currentRound());
    }

    /// Power and delegate of an account when a round started; the coming round is the latest allowed.
    function getVotesAndDelegateAtRoundStart(address _account, uint256 _round)
        public
        view
        returns (uint256 votes, address delegateAddress)
    {
        Entry memory entry = entryAt(_account, _round);
        delegateAddress = entry.delegateAddress;
        if (entry.bondedAmount == 0) votes = 0;
        else if (delegateAddress == _account) votes = entry.delegatedAmount;
        else votes = delegatorVotes(entry, _round);
    }

    /// Active stake of a round. A round that was never initialized has that of the next one that was; after
    /// the last, what the next initialization will take over.
    function getTotalActiveStakeAt(uint256 _round) public view returns (uint256) {
        requireKnown(_round);
        uint256 stake = totalActiveStakes[_round];
        if (stake > 0) return stake;
        uint256 index = initializedRounds.firstAtOrAfter(_round);
        if (index == 0) return 0;
        if (index == initializedRounds.length) return bondingManager().nextRoundTotalActiveStake();
        return totalActiveStakes[initializedRounds[index]];
    }

    function emitChanges(address _account, Entry memory _previous, Entry memory _current) private {
        if (_previous.delegateAddress != _current.delegateAddress) {
            emit DelegateChanged(_account, _previous.delegateAddress, _current.delegateAddress);
        }
        uint256 previousBalance = isRegistered(_account, _previous) ? _previous.delegatedAmount : 0;
        uint256 newBalance = isRegistered(_account, _current) ? _current.delegatedAmount : 0;
        if (previousBalance != newBalance) emit DelegateVotesChanged(_account, previousBalance, newBalance);
        if (
            _previous.bondedAmount != _current.bondedAmount ||
            _previous.lastClaimRound != _current.lastClaimRound
        ) {
            emit DelegatorBondedAmountChanged(
                _account,
                _previous.bondedAmount,
                _previous.lastClaimRound,
                _current.bondedAmount,
                _current.lastClaimRound
            );
        }
    }

    /// Stake with rewards up to the delegate's last reward before the round; zero when it is no orchestrator.
    function delegatorVotes(Entry memory _entry, uint256 _round) private view returns (uint256) {
        address orchestrator = _entry.delegateAddress;
        Entry memory target = entryAt(orchestrator, _round);
        if (!isRegistered(orchestrator, target)) return 0;
        if (target.lastRewardRound < _entry.lastClaimRound) return _entry.bondedAmount;

        uint256 start = rewardFactor(orchestrator, _entry.lastClaimRound);
        uint256 end = rewardFactor(orchestrator, target.lastRewardRound);
        if (end == 0 && target.lastRewardRound > 0) {
            revert MissingEarningsPool(orchestrator, target.lastRewardRound);
        }
        return P27.share(_entry.bondedAmount, end == 0 ? P27.ONE : end, start == 0 ? P27.ONE : start);
    }

    function entryAt(address _account, uint256 _round) private view returns (Entry memory entry) {
        requireKnown(_round);
        AccountHistory storage history = accounts[_account];
        uint256 index = history.startRounds.firstAfter(_round);
        if (index > 0) entry = history.entries[history.startRounds[index - 1]];
    }

    function requireKnown(uint256 _round) private view {
        uint256 nextRound = uint256(clock()) + 1;
        if (_round > nextRound) revert FutureLookup(_round, nextRound);
    }

    function rewardFactor(address _transcoder, uint256 _round) private view returns (uint256 factor) {
        (, , , factor, ) = bondingManager().getTranscoderEarningsPoolForRound(_transcoder, _round);
    }

    function isRegistered(address _account, Entry memory _entry) private pure returns (bool) {
        return _entry.delegateAddress == _account && _entry.bondedAmount > 0;
    }

    function bondingManager() private view returns (IBondingReads) {
        return IBondingReads(registered(keccak256("BondingManager")));
    }
}
