// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {SortedDoublyLL} from "../libraries/SortedDoublyLL.sol";
import {BondingState} from "./BondingState.sol";

/// Stake of orchestrators and the candidate set of the next round (contracts.md 5.6 and 5.7).
abstract contract BondingPool is BondingState {
    using SortedDoublyLL for SortedDoublyLL.Data;

    /// Adds delegated stake; a registered orchestrator outside the pool tries to join with it.
    function increaseStake(address _delegate, uint256 _amount, Hint memory _hint) internal {
        uint256 current = delegators[_delegate].delegatedAmount;
        uint256 updated = current + _amount;
        bool active = isActiveTranscoder(_delegate);
        bool inPool = pool.contains(_delegate);

        if (inPool) {
            pool.updateKey(_delegate, updated, _hint.prev, _hint.next);
            nextRoundTotalActiveStake += _amount;
        } else if (isRegisteredTranscoder(_delegate)) {
            tryJoin(_delegate, updated, currentRound() + 1, _hint);
        }
        if (active || inPool) recordActiveStake(_delegate, current, updated);
        delegators[_delegate].delegatedAmount = updated;
    }

    /// Takes delegated stake away. Never evicts: a member that sinks below an outsider stays until someone joins.
    function decreaseStake(address _delegate, uint256 _amount, Hint memory _hint) internal {
        uint256 current = delegators[_delegate].delegatedAmount;
        uint256 updated = current - _amount;
        bool active = isActiveTranscoder(_delegate);
        bool inPool = pool.contains(_delegate);

        if (inPool) {
            pool.updateKey(_delegate, updated, _hint.prev, _hint.next);
            nextRoundTotalActiveStake -= _amount;
        }
        if (active || inPool) recordActiveStake(_delegate, current, updated);
        delegators[_delegate].delegatedAmount = updated;
    }

    /// Enters the pool if there is room or the last member has strictly less stake; otherwise nothing happens.
    function tryJoin(address _transcoder, uint256 _stake, uint256 _activationRound, Hint memory _hint) internal {
        if (pool.isFull()) {
            address last = pool.tail;
            uint256 lastStake = delegators[last].delegatedAmount;
            if (_stake <= lastStake) return;
            pool.remove(last);
            transcoders[last].deactivationRound = _activationRound;
            nextRoundTotalActiveStake -= lastStake;
            emit TranscoderDeactivated(last, _activationRound);
        }

        pool.insert(_transcoder, _stake, _hint.prev, _hint.next);
        nextRoundTotalActiveStake += _stake;
        Transcoder storage t = transcoders[_transcoder];
        t.lastActiveStakeUpdateRound = _activationRound;
        t.activationRound = _activationRound;
        t.deactivationRound = MAX_ROUND;
        t.earningsPools[_activationRound].totalStake = _stake;
        emit TranscoderActivated(_transcoder, _activationRound);
    }

    /// Leaves the pool of the next round with all delegated stake; the current round is served to its end.
    function resign(address _transcoder) internal {
        uint256 deactivationRound = currentRound() + 1;
        pool.remove(_transcoder);
        nextRoundTotalActiveStake -= delegators[_transcoder].delegatedAmount;
        transcoders[_transcoder].deactivationRound = deactivationRound;
        emit TranscoderDeactivated(_transcoder, deactivationRound);
    }

    /// The first change in a round freezes the stake that earns in it; later changes move only the next round's.
    function recordActiveStake(address _transcoder, uint256 _current, uint256 _updated) private {
        uint256 round = currentRound();
        Transcoder storage t = transcoders[_transcoder];
        if (t.lastActiveStakeUpdateRound < round) t.earningsPools[round].totalStake = _current;
        t.earningsPools[round + 1].totalStake = _updated;
        t.lastActiveStakeUpdateRound = round + 1;
    }
}
