// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {GovernorUpgradeable} from "@openzeppelin/contracts-upgradeable/governance/GovernorUpgradeable.sol";
import {TimelockControllerUpgradeable} from
    "@openzeppelin/contracts-upgradeable/governance/TimelockControllerUpgradeable.sol";
import {GovernorSettingsUpgradeable} from
    "@openzeppelin/contracts-upgradeable/governance/extensions/GovernorSettingsUpgradeable.sol";
import {GovernorTimelockControlUpgradeable} from
    "@openzeppelin/contracts-upgradeable/governance/extensions/GovernorTimelockControlUpgradeable.sol";
import {GovernorVotesQuorumFractionUpgradeable} from
    "@openzeppelin/contracts-upgradeable/governance/extensions/GovernorVotesQuorumFractionUpgradeable.sol";
import {IVotesUpgradeable} from "@openzeppelin/contracts-upgradeable/governance/utils/IVotesUpgradeable.sol";
import {IERC5805Upgradeable} from "@openzeppelin/contracts-upgradeable/interfaces/IERC5805Upgradeable.sol";
import {Manager} from "./Manager.sol";
import {ManagerProxyTarget} from "./ManagerProxyTarget.sol";
import {OverridableCounting} from "./governance/OverridableCounting.sol";
import {IDelegatedVotes} from "./interfaces/IDelegatedVotes.sol";
import {P6} from "./libraries/FixedPoint.sol";

/// Votes of stakeholders on what the Treasury does; all its timepoints are rounds (contracts.md 11).
/// Runs behind a ManagerProxy.
contract LivepeerGovernor is
    ManagerProxyTarget,
    GovernorSettingsUpgradeable,
    GovernorTimelockControlUpgradeable,
    GovernorVotesQuorumFractionUpgradeable,
    OverridableCounting
{
    /// The implementation itself can never be initialized.
    constructor(address _controller) Manager(_controller) {
        _disableInitializers();
    }

    /// Needs the Treasury and BondingVotes registered.
    function initialize(
        uint256 initialVotingDelay,
        uint256 initialVotingPeriod,
        uint256 initialProposalThreshold,
        uint256 initialQuorum,
        uint256 quota
    ) external initializer {
        __Governor_init("LivepeerGovernor");
        __GovernorSettings_init(initialVotingDelay, initialVotingPeriod, initialProposalThreshold);
        __GovernorTimelockControl_init(TimelockControllerUpgradeable(payable(registered(keccak256("Treasury")))));
        // The votes must be known before the quorum, whose history is by their clock.
        __GovernorVotes_init(IVotesUpgradeable(address(votes())));
        __GovernorVotesQuorumFraction_init(initialQuorum);
        __OverridableCounting_init(quota);
    }

    /// Takes over a newly registered BondingVotes.
    function bumpGovernorVotesTokenAddress() external {
        token = IERC5805Upgradeable(address(votes()));
    }

    function votes() public view override returns (IDelegatedVotes) {
        return IDelegatedVotes(registered(keccak256("BondingVotes")));
    }

    function quorumDenominator() public view override returns (uint256) {
        return P6.ONE;
    }

    function state(uint256 proposalId)
        public
        view
        override(GovernorUpgradeable, GovernorTimelockControlUpgradeable)
        returns (ProposalState)
    {
        return GovernorTimelockControlUpgradeable.state(proposalId);
    }

    function proposalThreshold()
        public
        view
        override(GovernorUpgradeable, GovernorSettingsUpgradeable)
        returns (uint256)
    {
        return GovernorSettingsUpgradeable.proposalThreshold();
    }

    function supportsInterface(bytes4 interfaceId)
        public
        view
        override(GovernorUpgradeable, GovernorTimelockControlUpgradeable)
        returns (bool)
    {
        return GovernorTimelockControlUpgradeable.supportsInterface(interfaceId);
    }

    function _execute(
        uint256 proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(GovernorUpgradeable, GovernorTimelockControlUpgradeable) {
        GovernorTimelockControlUpgradeable._execute(proposalId, targets, values, calldatas, descriptionHash);
    }

    function _cancel(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(GovernorUpgradeable, GovernorTimelockControlUpgradeable) returns (uint256) {
        return GovernorTimelockControlUpgradeable._cancel(targets, values, calldatas, descriptionHash);
    }

    function _executor()
        internal
        view
        override(GovernorUpgradeable, GovernorTimelockControlUpgradeable)
        returns (address)
    {
        return GovernorTimelockControlUpgradeable._executor();
    }
}
