// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// One question to all stakeholders. It only records who chose what; others count (contracts.md 10).
contract Poll {
    event Vote(address indexed voter, uint256 choiceID);

    /// Last block in which votes are taken; on Arbitrum a block number of Ethereum.
    uint256 public endBlock;

    constructor(uint256 _endBlock) {
        endBlock = _endBlock;
    }

    /// Anyone, any number, any times: the last valid one counts.
    function vote(uint256 _choiceID) external {
        require(block.number <= endBlock, "poll is over");
        emit Vote(msg.sender, _choiceID);
    }

    function destroy() external {
        require(block.number > endBlock, "poll is active");
        // Since the Cancun upgrade this moves the balance and leaves the code.
        selfdestruct(payable(msg.sender));
    }
}
