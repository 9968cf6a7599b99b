// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

interface EarningsPools {
    function getTranscoderEarningsPoolForRound(address, uint256)
        external view
        returns (uint256, uint256, uint256, uint256, uint256);
}

/// Cumulative factors in force at past rounds, many in one eth_call: run as creation code, it "deploys" the packed answer.
/// A question is 28 bytes: orchestrator, round to look for a reward factor from, round to look for a fee factor from.
/// Rounds without one store 0, so it looks back at most `steps` rounds; the answer is 33 bytes: what was found, both factors.
contract FactorsLens {
    constructor(EarningsPools pools, uint256 steps, bytes memory questions) {
        uint256 count = questions.length / 28;
        bytes memory out = new bytes(1 + count * 33);
        out[0] = 0x01;
        for (uint256 i = 0; i < count; i++) {
            uint256 question;
            assembly {
                question := shr(32, mload(add(add(questions, 32), mul(i, 28))))
            }
            address id = address(uint160(question >> 64));
            uint256 rewardFactor = look(pools, id, uint32(question >> 32), steps, true);
            uint256 feeFactor = look(pools, id, uint32(question), steps, false);
            uint256 found = (rewardFactor > 0 ? 1 : 0) | (feeFactor > 0 ? 2 : 0);
            assembly {
                let at := add(add(out, 33), mul(i, 33))
                mstore8(at, found)
                mstore(add(at, 1), or(shl(128, rewardFactor), feeFactor))
            }
        }
        assembly {
            return(add(out, 32), mload(out))
        }
    }

    function look(EarningsPools pools, address id, uint256 from, uint256 steps, bool reward)
        private view
        returns (uint256)
    {
        for (uint256 round = from; round > 0 && from - round < steps; round--) {
            (,,, uint256 rewardFactor, uint256 feeFactor) = pools.getTranscoderEarningsPoolForRound(id, round);
            uint256 factor = reward ? rewardFactor : feeFactor;
            if (factor > 0) return factor;
        }
        return 0;
    }
}
