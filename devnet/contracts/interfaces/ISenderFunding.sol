// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// How the funds of a migrated gateway enter the TicketBroker (contracts.md 12.2).
interface ISenderFunding {
    function fundDepositAndReserveFor(address _addr, uint256 _depositAmount, uint256 _reserveAmount)
        external
        payable;
}
