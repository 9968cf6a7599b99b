// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ManagerProxyTarget} from "../ManagerProxyTarget.sol";
import {IFeeReceiver} from "../interfaces/IFeeReceiver.sol";
import {IMinter} from "../interfaces/IMinter.sol";
import {IRoundsManager} from "../interfaces/IRoundsManager.sol";

/// Storage of the TicketBroker and the contracts it talks to (contracts.md 8). The ETH itself is with the Minter.
abstract contract TicketState is ManagerProxyTarget {
    /// A gateway's deposit; withdrawRound is zero while no unlock is in progress.
    struct Sender {
        uint256 deposit;
        uint256 withdrawRound;
    }

    struct ReserveInfo {
        uint256 fundsRemaining;
        uint256 claimedInCurrentRound;
    }

    struct Reserve {
        uint256 funds;
        mapping(uint256 => uint256) claimedForRound;
        mapping(uint256 => mapping(address => uint256)) claimedByAddress;
    }

    /// Rounds between unlock and withdrawal.
    uint256 public unlockPeriod;
    /// Rounds, the creation round included, in which a ticket can be redeemed.
    uint256 public ticketValidityPeriod;
    mapping(address => Sender) internal senders;
    mapping(address => Reserve) internal reserves;
    mapping(bytes32 => bool) public usedTickets;

    modifier currentRoundInitialized() {
        require(roundsManager().currentRoundInitialized(), "current round is not initialized");
        _;
    }

    function currentRound() internal view returns (uint256) {
        return roundsManager().currentRound();
    }

    function roundsManager() internal view returns (IRoundsManager) {
        return IRoundsManager(registered(keccak256("RoundsManager")));
    }

    function minter() internal view returns (IMinter) {
        return IMinter(registered(keccak256("Minter")));
    }

    function bondingManager() internal view returns (IFeeReceiver) {
        return IFeeReceiver(registered(keccak256("BondingManager")));
    }
}
