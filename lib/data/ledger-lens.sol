// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

interface EarningsPools {
    function getTranscoderEarningsPoolForRound(address, uint256)
        external view
        returns (uint256, uint256, uint256, uint256, uint256);
}

/// Earnings pools of one orchestrator in many rounds in one eth_call: run as creation code, it "deploys" the packed answer.
/// 88 bytes a round after a version byte, because nodes refuse creation results above 24,576 bytes.
contract LedgerLens {
    constructor(EarningsPools bonding, address delegate, uint256[] memory rounds) {
        bytes memory out = new bytes(1 + rounds.length * 88);
        out[0] = 0x01;
        for (uint256 i = 0; i < rounds.length; i++) {
            (uint256 stake, uint256 rewardCut, uint256 feeShare, uint256 rewards, uint256 fees) =
                bonding.getTranscoderEarningsPoolForRound(delegate, rounds[i]);
            uint256 head = (uint256(uint128(stake)) << 128) | (uint256(uint32(rewardCut)) << 96)
                | (uint256(uint32(feeShare)) << 64);
            assembly {
                let at := add(add(out, 33), mul(i, 88))
                mstore(at, head)
                mstore(add(at, 24), rewards)
                mstore(add(at, 56), fees)
            }
        }
        assembly {
            return(add(out, 32), mload(out))
        }
    }
}
