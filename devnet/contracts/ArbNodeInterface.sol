// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Stand-in for Arbitrum's virtual NodeInterface at 0xC8 (contracts.md 2.3, 4.1) on a chain with one block number:
/// every block is its own range and nothing is posted to another chain.
contract ArbNodeInterface {
    /// Blocks of this chain made at a block number of Ethereum: exactly one here.
    function l2BlockRangeForL1(uint64 blockNum) external pure returns (uint64 firstBlock, uint64 lastBlock) {
        return (blockNum, blockNum);
    }

    function nitroGenesisBlock() external pure returns (uint256 number) {
        return 0;
    }

    /// What posting a transaction's data costs: nothing here.
    function gasEstimateL1Component(address to, bool contractCreation, bytes calldata data)
        external
        payable
        returns (uint64 gasEstimateForL1, uint256 baseFee, uint256 l1BaseFeeEstimate)
    {
        (to, contractCreation, data);
        return (0, block.basefee, 0);
    }
}
