// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IFeeReceiver} from "../interfaces/IFeeReceiver.sol";
import {TicketState} from "./TicketState.sol";

/// The part of a gateway's funds that each active orchestrator can claim a share of per round (contracts.md 8).
abstract contract TicketReserve is TicketState {
    event ReserveFunded(address indexed reserveHolder, uint256 amount);
    event ReserveClaimed(address indexed reserveHolder, address claimant, uint256 amount);

    function getReserveInfo(address _reserveHolder) public view returns (ReserveInfo memory info) {
        Reserve storage reserve = reserves[_reserveHolder];
        info.fundsRemaining = reserve.funds;
        info.claimedInCurrentRound = reserve.claimedForRound[currentRound()];
    }

    /// Zero for a claimant that is not active in the current round.
    function claimableReserve(address _reserveHolder, address _claimant) public view returns (uint256) {
        IFeeReceiver bonding = bondingManager();
        uint256 poolSize = bonding.getTranscoderPoolSize();
        if (poolSize == 0 || !bonding.isActiveTranscoder(_claimant)) return 0;

        Reserve storage reserve = reserves[_reserveHolder];
        uint256 round = currentRound();
        uint256 share = (reserve.funds + reserve.claimedForRound[round]) / poolSize;
        // Fails when the pool grew after a claim and the claimant had more than the share is now.
        return share - reserve.claimedByAddress[round][_claimant];
    }

    /// What the claimant took in the current round.
    function claimedReserve(address _reserveHolder, address _claimant) external view returns (uint256) {
        return reserves[_reserveHolder].claimedByAddress[currentRound()][_claimant];
    }

    function addToReserve(address _reserveHolder, uint256 _amount) internal {
        reserves[_reserveHolder].funds += _amount;
        emit ReserveFunded(_reserveHolder, _amount);
    }

    /// Takes up to the wanted amount; returns what was there for this claimant.
    function claimFromReserve(address _reserveHolder, address _claimant, uint256 _wanted)
        internal
        returns (uint256 claimed)
    {
        uint256 claimable = claimableReserve(_reserveHolder, _claimant);
        claimed = _wanted < claimable ? _wanted : claimable;
        if (claimed == 0) return 0;

        Reserve storage reserve = reserves[_reserveHolder];
        uint256 round = currentRound();
        reserve.claimedForRound[round] += claimed;
        reserve.claimedByAddress[round][_claimant] += claimed;
        reserve.funds -= claimed;
        emit ReserveClaimed(_reserveHolder, _claimant, claimed);
    }
}
