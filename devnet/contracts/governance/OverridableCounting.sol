// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {GovernorUpgradeable} from "@openzeppelin/contracts-upgradeable/governance/GovernorUpgradeable.sol";
import {P6} from "../libraries/FixedPoint.sol";
import {IDelegatedVotes} from "../interfaces/IDelegatedVotes.sol";

/// Counting in which an orchestrator votes with all stake delegated to it and each delegator may take its own
/// part out by voting itself, before or after (contracts.md 11.2).
abstract contract OverridableCounting is GovernorUpgradeable {
    enum VoteType {
        Against,
        For,
        Abstain
    }

    struct Voter {
        bool hasVoted;
        VoteType support;
        /// Votes that delegators of this account took for themselves.
        uint256 deductions;
    }

    struct Tally {
        uint256 againstVotes;
        uint256 forVotes;
        uint256 abstainVotes;
        mapping(address => Voter) voters;
    }

    error InvalidVoteType(uint8 voteType);
    error VoteAlreadyCast();

    mapping(uint256 => Tally) private tallies;
    /// Part of 1,000,000 of the opinionated votes that must be in favour.
    uint256 public quota;

    function __OverridableCounting_init(uint256 _quota) internal onlyInitializing {
        quota = _quota;
    }

    function COUNTING_MODE() public pure virtual override returns (string memory) {
        return "support=bravo&quorum=for,abstain,against";
    }

    function hasVoted(uint256 _proposalId, address _account) public view virtual override returns (bool) {
        return tallies[_proposalId].voters[_account].hasVoted;
    }

    function proposalVotes(uint256 _proposalId)
        public
        view
        virtual
        returns (uint256 againstVotes, uint256 forVotes, uint256 abstainVotes)
    {
        Tally storage tally = tallies[_proposalId];
        return (tally.againstVotes, tally.forVotes, tally.abstainVotes);
    }

    function _quorumReached(uint256 _proposalId) internal view virtual override returns (bool) {
        (uint256 againstVotes, uint256 forVotes, uint256 abstainVotes) = proposalVotes(_proposalId);
        return againstVotes + forVotes + abstainVotes >= quorum(proposalSnapshot(_proposalId));
    }

    /// A tie at a quota of one half passes, and so does a proposal on which everybody abstained.
    function _voteSucceeded(uint256 _proposalId) internal view virtual override returns (bool) {
        (uint256 againstVotes, uint256 forVotes, ) = proposalVotes(_proposalId);
        return forVotes >= P6.share(againstVotes + forVotes, quota);
    }

    function _countVote(
        uint256 _proposalId,
        address _account,
        uint8 _supportInt,
        uint256 _weight,
        bytes memory
    ) internal virtual override {
        if (_supportInt > uint8(VoteType.Abstain)) revert InvalidVoteType(_supportInt);
        VoteType support = VoteType(_supportInt);
        Tally storage tally = tallies[_proposalId];
        Voter storage voter = tally.voters[_account];
        if (voter.hasVoted) revert VoteAlreadyCast();
        voter.hasVoted = true;
        voter.support = support;

        (uint256 against, uint256 inFavor, uint256 abstained) =
            split(support, ownWeight(tally, _proposalId, _account, _weight));
        tally.againstVotes += against;
        tally.forVotes += inFavor;
        tally.abstainVotes += abstained;
    }

    /// Where delegations are looked up.
    function votes() public view virtual returns (IDelegatedVotes);

    /// What the account's vote counts; takes it from its orchestrator's vote when that was cast already.
    function ownWeight(Tally storage _tally, uint256 _proposalId, address _account, uint256 _weight)
        private
        returns (uint256)
    {
        uint256 snapshot = proposalSnapshot(_proposalId);
        IDelegatedVotes history = votes();
        address delegate = history.delegatedAt(_account, snapshot);
        if (delegate == _account) return _weight - _tally.voters[_account].deductions;
        // A delegate that did not bond to itself is no orchestrator and votes for nobody.
        if (history.delegatedAt(delegate, snapshot) != delegate) return _weight;

        Voter storage orchestrator = _tally.voters[delegate];
        orchestrator.deductions += _weight;
        if (orchestrator.hasVoted) {
            (uint256 against, uint256 inFavor, uint256 abstained) = split(orchestrator.support, _weight);
            _tally.againstVotes -= against;
            _tally.forVotes -= inFavor;
            _tally.abstainVotes -= abstained;
        }
        return _weight;
    }

    function split(VoteType _support, uint256 _weight)
        private
        pure
        returns (uint256 against, uint256 inFavor, uint256 abstained)
    {
        if (_support == VoteType.Against) against = _weight;
        else if (_support == VoteType.For) inFavor = _weight;
        else abstained = _weight;
    }
}
