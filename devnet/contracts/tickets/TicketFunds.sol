// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {TicketReserve} from "./TicketReserve.sol";

/// Funding, unlocking and withdrawal of a gateway's deposit and reserve (contracts.md 8).
abstract contract TicketFunds is TicketReserve {
    event DepositFunded(address indexed sender, uint256 amount);
    event Unlock(address indexed sender, uint256 startRound, uint256 endRound);
    event UnlockCancelled(address indexed sender);
    event Withdrawal(address indexed sender, uint256 deposit, uint256 reserve);

    function fundDeposit() external payable whenSystemNotPaused {
        cancelUnlockOf(msg.sender);
        addToDeposit(msg.sender, msg.value);
        storeEth();
    }

    function fundReserve() external payable whenSystemNotPaused {
        addToReserve(msg.sender, msg.value);
        cancelUnlockOf(msg.sender);
        storeEth();
    }

    function fundDepositAndReserve(uint256 _depositAmount, uint256 _reserveAmount) external payable {
        fundBoth(msg.sender, _depositAmount, _reserveAmount);
    }

    function fundDepositAndReserveFor(address _addr, uint256 _depositAmount, uint256 _reserveAmount)
        external
        payable
    {
        fundBoth(_addr, _depositAmount, _reserveAmount);
    }

    /// Starts the wait after which the funds can be withdrawn.
    function unlock() external whenSystemNotPaused {
        require(hasFunds(msg.sender), "sender deposit and reserve are zero");
        require(!isUnlockInProgress(msg.sender), "unlock already initiated");
        uint256 round = currentRound();
        uint256 endRound = round + unlockPeriod;
        senders[msg.sender].withdrawRound = endRound;
        emit Unlock(msg.sender, round, endRound);
    }

    function cancelUnlock() external whenSystemNotPaused {
        require(isUnlockInProgress(msg.sender), "no unlock request in progress");
        cancelUnlockOf(msg.sender);
    }

    /// Pays everything out. The unlock stays in progress until the sender funds again.
    function withdraw() external whenSystemNotPaused {
        require(hasFunds(msg.sender), "sender deposit and reserve are zero");
        require(isUnlockInProgress(msg.sender), "no unlock request in progress");
        require(!isLocked(msg.sender), "account is locked");
        uint256 deposit = senders[msg.sender].deposit;
        uint256 reserve = reserves[msg.sender].funds;
        senders[msg.sender].deposit = 0;
        reserves[msg.sender].funds = 0;
        minter().trustedWithdrawETH(payable(msg.sender), deposit + reserve);
        emit Withdrawal(msg.sender, deposit, reserve);
    }

    function getSenderInfo(address _sender)
        external
        view
        returns (Sender memory sender, ReserveInfo memory reserve)
    {
        sender = senders[_sender];
        reserve = getReserveInfo(_sender);
    }

    function isUnlockInProgress(address _sender) public view returns (bool) {
        return senders[_sender].withdrawRound > 0;
    }

    function isLocked(address _sender) internal view returns (bool) {
        uint256 withdrawRound = senders[_sender].withdrawRound;
        return withdrawRound == 0 || currentRound() < withdrawRound;
    }

    function hasFunds(address _sender) internal view returns (bool) {
        return senders[_sender].deposit > 0 || reserves[_sender].funds > 0;
    }

    function fundBoth(address _sender, uint256 _depositAmount, uint256 _reserveAmount)
        private
        whenSystemNotPaused
    {
        require(
            msg.value == _depositAmount + _reserveAmount,
            "msg.value does not equal sum of deposit amount and reserve amount"
        );
        // Funding by someone else must not take the exit from a sender.
        if (_sender == msg.sender) cancelUnlockOf(_sender);
        addToReserve(_sender, _reserveAmount);
        addToDeposit(_sender, _depositAmount);
        storeEth();
    }

    function addToDeposit(address _sender, uint256 _amount) private {
        senders[_sender].deposit += _amount;
        emit DepositFunded(_sender, _amount);
    }

    function cancelUnlockOf(address _sender) private {
        if (!isUnlockInProgress(_sender)) return;
        senders[_sender].withdrawRound = 0;
        emit UnlockCancelled(_sender);
    }

    function storeEth() private {
        minter().depositETH{value: msg.value}();
    }
}
