// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Past delegations, as BondingVotes keeps them (contracts.md 7).
interface IDelegatedVotes {
    function delegatedAt(address _account, uint256 _round) external view returns (address);
}
