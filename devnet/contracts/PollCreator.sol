// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Poll} from "./Poll.sol";
import {IPendingStake} from "./interfaces/IPendingStake.sol";

/// Lets who has enough stake ask a question (contracts.md 10).
contract PollCreator {
    event PollCreated(address indexed poll, bytes proposal, uint256 endBlock, uint256 quorum, uint256 quota);

    /// Parts of 1,000,000 of the stake that must vote.
    uint256 public immutable QUORUM;
    /// Parts of 1,000,000 of the votes above which a poll passes.
    uint256 public immutable QUOTA;
    /// Blocks.
    uint256 public immutable POLL_PERIOD;
    /// Stake in wei that the creator must have; nothing is paid.
    uint256 public immutable POLL_CREATION_COST;

    IPendingStake public bondingManager;

    /// Constants on Arbitrum One; here a network can have its own.
    constructor(address _bondingManagerAddr, uint256 _quorum, uint256 _quota, uint256 _period, uint256 _cost) {
        bondingManager = IPendingStake(_bondingManagerAddr);
        QUORUM = _quorum;
        QUOTA = _quota;
        POLL_PERIOD = _period;
        POLL_CREATION_COST = _cost;
    }

    /// The proposal is the text of an IPFS content identifier.
    function createPoll(bytes calldata _proposal) external {
        require(
            // The round argument is ignored by the BondingManager.
            bondingManager.pendingStake(msg.sender, 0) >= POLL_CREATION_COST ||
                bondingManager.transcoderTotalStake(msg.sender) >= POLL_CREATION_COST,
            "PollCreator#createPoll: INSUFFICIENT_STAKE"
        );
        uint256 endBlock = block.number + POLL_PERIOD;
        emit PollCreated(address(new Poll(endBlock)), _proposal, endBlock, QUORUM, QUOTA);
    }
}
