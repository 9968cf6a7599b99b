// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {Manager} from "./Manager.sol";
import {TicketFunds} from "./tickets/TicketFunds.sol";

/// Probabilistic payments: gateways fund deposits and reserves, orchestrators redeem the tickets that
/// won (contracts.md 8). Runs behind a ManagerProxy, registered as TicketBroker and as JobsManager.
contract TicketBroker is TicketFunds {
    using ECDSA for bytes32;

    /// winProb is out of 2^256 - 1; auxData is (creationRound, block hash of that round).
    struct Ticket {
        address recipient;
        address sender;
        uint256 faceValue;
        uint256 winProb;
        uint256 senderNonce;
        bytes32 recipientRandHash;
        bytes auxData;
    }

    event WinningTicketTransfer(address indexed sender, address indexed recipient, uint256 amount);
    event WinningTicketRedeemed(
        address indexed sender,
        address indexed recipient,
        uint256 faceValue,
        uint256 winProb,
        uint256 senderNonce,
        uint256 recipientRand,
        bytes auxData
    );

    constructor(address _controller) Manager(_controller) {}

    function setUnlockPeriod(uint256 _unlockPeriod) external onlyControllerOwner {
        unlockPeriod = _unlockPeriod;
        emit ParameterUpdate("unlockPeriod");
    }

    function setTicketValidityPeriod(uint256 _ticketValidityPeriod) external onlyControllerOwner {
        require(_ticketValidityPeriod > 0, "ticketValidityPeriod must be greater than 0");
        ticketValidityPeriod = _ticketValidityPeriod;
        emit ParameterUpdate("ticketValidityPeriod");
    }

    /// Redeems each ticket that can be, passing over the others. The lists must be equally long.
    function batchRedeemWinningTickets(
        Ticket[] memory _tickets,
        bytes[] memory _sigs,
        uint256[] memory _recipientRands
    ) external whenSystemNotPaused currentRoundInitialized {
        uint256 count = _tickets.length;
        if (_sigs.length > count) count = _sigs.length;
        if (_recipientRands.length > count) count = _recipientRands.length;
        for (uint256 i = 0; i < count; i++) {
            try this.redeemWinningTicket(_tickets[i], _sigs[i], _recipientRands[i]) {} catch {}
        }
    }

    function redeemWinningTicket(Ticket memory _ticket, bytes memory _sig, uint256 _recipientRand)
        public
        whenSystemNotPaused
        currentRoundInitialized
    {
        bytes32 ticketHash = getTicketHash(_ticket);
        uint256 creationRound = requireWinning(_ticket, ticketHash, _sig, _recipientRand);
        require(isLocked(_ticket.sender), "sender is unlocked");
        require(hasFunds(_ticket.sender), "sender deposit and reserve are zero");

        usedTickets[ticketHash] = true;
        uint256 paid = takeFunds(_ticket.sender, _ticket.recipient, _ticket.faceValue);
        if (paid > 0) {
            bondingManager().updateTranscoderWithFees(_ticket.recipient, paid, creationRound);
            emit WinningTicketTransfer(_ticket.sender, _ticket.recipient, paid);
        }
        emit WinningTicketRedeemed(
            _ticket.sender,
            _ticket.recipient,
            _ticket.faceValue,
            _ticket.winProb,
            _ticket.senderNonce,
            _recipientRand,
            _ticket.auxData
        );
    }

    /// What the sender signs, with the prefix of personal messages.
    function getTicketHash(Ticket memory _ticket) public pure returns (bytes32) {
        return
            keccak256(
                abi.encodePacked(
                    _ticket.recipient,
                    _ticket.sender,
                    _ticket.faceValue,
                    _ticket.winProb,
                    _ticket.senderNonce,
                    _ticket.recipientRandHash,
                    _ticket.auxData
                )
            );
    }

    /// The deposit first, then the recipient's share of the reserve; returns what could be taken.
    function takeFunds(address _sender, address _recipient, uint256 _amount) private returns (uint256) {
        Sender storage sender = senders[_sender];
        uint256 deposit = sender.deposit;
        if (_amount <= deposit) {
            sender.deposit = deposit - _amount;
            return _amount;
        }
        sender.deposit = 0;
        return deposit + claimFromReserve(_sender, _recipient, _amount - deposit);
    }

    /// Reverts at the first thing wrong with the ticket; returns the round it was made in.
    function requireWinning(
        Ticket memory _ticket,
        bytes32 _ticketHash,
        bytes memory _sig,
        uint256 _recipientRand
    ) private view returns (uint256 creationRound) {
        require(_ticket.recipient != address(0), "ticket recipient is null address");
        require(_ticket.sender != address(0), "ticket sender is null address");
        creationRound = requireCurrent(_ticket.auxData);
        require(
            keccak256(abi.encodePacked(_recipientRand)) == _ticket.recipientRandHash,
            "recipientRand does not match recipientRandHash"
        );
        require(!usedTickets[_ticketHash], "ticket is used");
        require(_sig.length == 65, "INVALID_SIGNATURE_LENGTH");
        require(
            _ticketHash.toEthSignedMessageHash().recover(_sig) == _ticket.sender,
            "invalid signature over ticket hash"
        );
        require(
            uint256(keccak256(abi.encodePacked(_sig, _recipientRand))) < _ticket.winProb,
            "ticket did not win"
        );
    }

    /// The hash of the creation round's block keeps tickets of another chain or of the future out.
    function requireCurrent(bytes memory _auxData) private view returns (uint256 creationRound) {
        require(_auxData.length == 64, "invalid length for ticket auxData: must be 64 bytes");
        bytes32 blockHash;
        (creationRound, blockHash) = abi.decode(_auxData, (uint256, bytes32));
        bytes32 stored = roundsManager().blockHashForRound(creationRound);
        require(stored != bytes32(0), "ticket creationRound does not have a block hash");
        require(stored == blockHash, "ticket creationRoundBlockHash invalid for creationRound");
        require(creationRound + ticketValidityPeriod > currentRound(), "ticket is expired");
    }
}
