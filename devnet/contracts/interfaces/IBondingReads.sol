// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// What BondingVotes reads of the BondingManager (contracts.md 7).
interface IBondingReads {
    function nextRoundTotalActiveStake() external view returns (uint256);

    function getTranscoderEarningsPoolForRound(address _transcoder, uint256 _round)
        external
        view
        returns (
            uint256 totalStake,
            uint256 transcoderRewardCut,
            uint256 transcoderFeeShare,
            uint256 cumulativeRewardFactor,
            uint256 cumulativeFeeFactor
        );
}
