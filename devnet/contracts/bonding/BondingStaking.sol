// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {SortedDoublyLL} from "../libraries/SortedDoublyLL.sol";
import {BondingViews} from "./BondingViews.sol";

/// What delegators do: bond, unbond, rebond, transfer, withdraw, claim (contracts.md 5.3).
/// The order of checks, writes and events is part of the interface.
abstract contract BondingStaking is BondingViews {
    using SortedDoublyLL for SortedDoublyLL.Data;

    function bond(uint256 _amount, address _to) external {
        bondFor(_amount, msg.sender, _to, Hint(address(0), address(0)), Hint(address(0), address(0)));
    }

    function bondWithHint(
        uint256 _amount,
        address _to,
        address _oldDelegateNewPosPrev,
        address _oldDelegateNewPosNext,
        address _currDelegateNewPosPrev,
        address _currDelegateNewPosNext
    ) external {
        bondFor(
            _amount,
            msg.sender,
            _to,
            Hint(_oldDelegateNewPosPrev, _oldDelegateNewPosNext),
            Hint(_currDelegateNewPosPrev, _currDelegateNewPosNext)
        );
    }

    function bondForWithHint(
        uint256 _amount,
        address _owner,
        address _to,
        address _oldDelegateNewPosPrev,
        address _oldDelegateNewPosNext,
        address _currDelegateNewPosPrev,
        address _currDelegateNewPosNext
    ) external {
        bondFor(
            _amount,
            _owner,
            _to,
            Hint(_oldDelegateNewPosPrev, _oldDelegateNewPosNext),
            Hint(_currDelegateNewPosPrev, _currDelegateNewPosNext)
        );
    }

    function unbond(uint256 _amount) external {
        unbondFrom(_amount, Hint(address(0), address(0)));
    }

    function unbondWithHint(uint256 _amount, address _newPosPrev, address _newPosNext) external {
        unbondFrom(_amount, Hint(_newPosPrev, _newPosNext));
    }

    function rebond(uint256 _unbondingLockId) external {
        rebondLock(_unbondingLockId, Hint(address(0), address(0)));
    }

    function rebondWithHint(uint256 _unbondingLockId, address _newPosPrev, address _newPosNext) external {
        rebondLock(_unbondingLockId, Hint(_newPosPrev, _newPosNext));
    }

    function rebondFromUnbonded(address _to, uint256 _unbondingLockId) external {
        rebondLockTo(_to, _unbondingLockId, Hint(address(0), address(0)));
    }

    function rebondFromUnbondedWithHint(
        address _to,
        uint256 _unbondingLockId,
        address _newPosPrev,
        address _newPosNext
    ) external {
        rebondLockTo(_to, _unbondingLockId, Hint(_newPosPrev, _newPosNext));
    }

    function transferBond(
        address _delegator,
        uint256 _amount,
        address _oldDelegateNewPosPrev,
        address _oldDelegateNewPosNext,
        address _newDelegateNewPosPrev,
        address _newDelegateNewPosNext
    ) external whenSystemNotPaused currentRoundInitialized {
        guardThirdPartyClaim(_delegator);
        claim(msg.sender);
        address formerDelegate = delegators[msg.sender].delegateAddress;
        unbondFrom(_amount, Hint(_oldDelegateNewPosPrev, _oldDelegateNewPosNext));
        uint256 lockId = moveLastLock(_delegator, _amount);
        claim(_delegator);

        Delegator storage receiver = delegators[_delegator];
        if (receiver.delegateAddress == address(0) && receiver.bondedAmount == 0) {
            require(_delegator != formerDelegate && _delegator != address(0), "INVALID_DELEGATOR");
            receiver.delegateAddress = formerDelegate;
        }
        if (isUnbonded(_delegator)) receiver.startRound = currentRound() + 1;
        processRebond(_delegator, lockId, Hint(_newDelegateNewPosPrev, _newDelegateNewPosNext));
    }

    /// Pays out a lock whose period is over. Neither claims nor checkpoints.
    function withdrawStake(uint256 _unbondingLockId) external whenSystemNotPaused currentRoundInitialized {
        UnbondingLock storage lock = delegators[msg.sender].unbondingLocks[_unbondingLockId];
        uint256 amount = lock.amount;
        uint256 withdrawRound = lock.withdrawRound;
        require(withdrawRound > 0, "invalid unbonding lock ID");
        require(withdrawRound <= currentRound(), "withdraw round must be before or equal to the current round");
        delete delegators[msg.sender].unbondingLocks[_unbondingLockId];
        minter().trustedTransferTokens(msg.sender, amount);
        emit WithdrawStake(msg.sender, _unbondingLockId, amount, withdrawRound);
    }

    function withdrawFees(address payable _recipient, uint256 _amount)
        external
        whenSystemNotPaused
        currentRoundInitialized
    {
        claim(msg.sender);
        require(_recipient != address(0), "invalid recipient");
        uint256 fees = delegators[msg.sender].fees;
        require(fees >= _amount, "insufficient fees to withdraw");
        delegators[msg.sender].fees = fees - _amount;
        minter().trustedWithdrawETH(_recipient, _amount);
        emit WithdrawFees(msg.sender, _recipient, _amount);
        checkpoint(msg.sender);
    }

    /// The round argument is ignored: always up to the current round.
    function claimEarnings(uint256 _endRound) external whenSystemNotPaused currentRoundInitialized {
        _endRound;
        claim(msg.sender);
        checkpoint(msg.sender);
    }

    /// Anyone may record any account's stored state, even while paused or before the round is initialized.
    function checkpointBondingState(address _account) external {
        checkpoint(_account);
    }

    function bondFor(uint256 _amount, address _owner, address _to, Hint memory _oldHint, Hint memory _newHint)
        private
        whenSystemNotPaused
        currentRoundInitialized
    {
        guardThirdPartyClaim(_owner);
        claim(_owner);
        requireNotLeaving(_to);
        bool unbonded = isUnbonded(_owner);
        if (msg.sender != _owner && msg.sender != l2Migrator()) requireAllowedThirdParty(_owner, _to, unbonded);

        Delegator storage d = delegators[_owner];
        address oldDelegate = d.delegateAddress;
        uint256 delegation = _amount;
        if (unbonded) {
            d.startRound = currentRound() + 1;
        } else if (oldDelegate != _to) {
            delegation += moveAway(_owner, oldDelegate, _oldHint);
        }
        ensureFactors(_to, currentRound());
        require(delegation > 0, "delegation amount must be greater than 0");

        d.delegateAddress = _to;
        d.bondedAmount += _amount;
        increaseStake(_to, delegation, _newHint);
        if (_to != _owner) checkpoint(_to);
        if (_amount > 0) livepeerToken().transferFrom(msg.sender, address(minter()), _amount);
        emit Bond(_to, oldDelegate, _owner, _amount, d.bondedAmount);
        checkpoint(_owner);
    }

    /// Takes all of an owner's stake from the former delegate; returns the amount.
    function moveAway(address _owner, address _oldDelegate, Hint memory _hint) private returns (uint256 bonded) {
        require(
            !isRegisteredTranscoder(_owner),
            "registered transcoders can't delegate towards other addresses"
        );
        Delegator storage d = delegators[_owner];
        bonded = d.bondedAmount;
        d.startRound = currentRound() + 1;
        decreaseStake(_oldDelegate, bonded, _hint);
        checkpoint(_oldDelegate);
    }

    function unbondFrom(uint256 _amount, Hint memory _hint) private whenSystemNotPaused currentRoundInitialized {
        claim(msg.sender);
        require(delegatorStatus(msg.sender) == DelegatorStatus.Bonded, "caller must be bonded");
        require(_amount > 0, "unbond amount must be greater than 0");
        Delegator storage d = delegators[msg.sender];
        require(_amount <= d.bondedAmount, "amount is greater than bonded amount");

        address delegate = d.delegateAddress;
        uint256 lockId = d.nextUnbondingLockId;
        uint256 withdrawRound = currentRound() + unbondingPeriod;
        d.unbondingLocks[lockId] = UnbondingLock({amount: _amount, withdrawRound: withdrawRound});
        d.nextUnbondingLockId = lockId + 1;
        d.bondedAmount -= _amount;
        if (d.bondedAmount == 0) {
            d.delegateAddress = address(0);
            d.startRound = 0;
            if (pool.contains(msg.sender)) resign(msg.sender);
        }
        decreaseStake(delegate, _amount, _hint);
        if (delegate != msg.sender) checkpoint(delegate);
        emit Unbond(delegate, msg.sender, lockId, _amount, withdrawRound);
        checkpoint(msg.sender);
    }

    /// Turns the caller's newest lock into one of the receiver; returns the receiver's lock id.
    function moveLastLock(address _receiver, uint256 _amount) private returns (uint256 newLockId) {
        Delegator storage from = delegators[msg.sender];
        uint256 oldLockId = from.nextUnbondingLockId - 1;
        uint256 withdrawRound = from.unbondingLocks[oldLockId].withdrawRound;
        delete from.unbondingLocks[oldLockId];

        Delegator storage to = delegators[_receiver];
        newLockId = to.nextUnbondingLockId;
        to.unbondingLocks[newLockId] = UnbondingLock({amount: _amount, withdrawRound: withdrawRound});
        to.nextUnbondingLockId = newLockId + 1;
        emit TransferBond(msg.sender, _receiver, oldLockId, newLockId, _amount);
    }

    function rebondLock(uint256 _lockId, Hint memory _hint) private whenSystemNotPaused currentRoundInitialized {
        claim(msg.sender);
        require(!isUnbonded(msg.sender), "caller must be bonded");
        processRebond(msg.sender, _lockId, _hint);
    }

    function rebondLockTo(address _to, uint256 _lockId, Hint memory _hint)
        private
        whenSystemNotPaused
        currentRoundInitialized
    {
        claim(msg.sender);
        require(isUnbonded(msg.sender), "caller must be unbonded");
        uint256 round = currentRound();
        ensureFactors(_to, round);
        delegators[msg.sender].startRound = round + 1;
        delegators[msg.sender].delegateAddress = _to;
        processRebond(msg.sender, _lockId, _hint);
    }

    /// Stake of a lock goes back to the delegator's delegate, before or after the lock's round.
    function processRebond(address _delegator, uint256 _lockId, Hint memory _hint) private {
        Delegator storage d = delegators[_delegator];
        UnbondingLock storage lock = d.unbondingLocks[_lockId];
        require(lock.withdrawRound > 0, "invalid unbonding lock ID");
        uint256 amount = lock.amount;
        address delegate = d.delegateAddress;
        d.bondedAmount += amount;
        delete d.unbondingLocks[_lockId];

        requireNotLeaving(delegate);
        increaseStake(delegate, amount, _hint);
        if (delegate != _delegator) checkpoint(delegate);
        emit Rebond(delegate, _delegator, _lockId, amount);
        checkpoint(_delegator);
    }

    /// A stranger may not claim for someone who would lose this round's reward by it (contracts.md 6.6).
    function guardThirdPartyClaim(address _owner) private view {
        if (msg.sender == _owner || msg.sender == l2Migrator() || isUnbonded(_owner)) return;
        address delegate = delegators[_owner].delegateAddress;
        if (!isActiveTranscoder(delegate)) return;
        uint256 round = currentRound();
        require(
            transcoders[delegate].lastRewardRound == round || delegators[_owner].lastClaimRound == round,
            "ILLEGAL_CLAIM_EARNINGS"
        );
    }

    /// New stake for someone who leaves the active set at the round's end must come after its reward.
    function requireNotLeaving(address _delegate) private view {
        if (!isActiveTranscoder(_delegate) || transcoders[_delegate].deactivationRound == MAX_ROUND) return;
        require(
            transcoders[_delegate].lastRewardRound == currentRound(),
            "transcoder has not yet called reward for the current round"
        );
    }

    function requireAllowedThirdParty(address _owner, address _to, bool _unbonded) private view {
        require(_owner != address(0), "INVALID_DELEGATOR");
        if (_unbonded) require(_to != _owner, "INVALID_DELEGATE");
        else require(delegators[_owner].delegateAddress == _to, "INVALID_DELEGATE_CHANGE");
    }
}
