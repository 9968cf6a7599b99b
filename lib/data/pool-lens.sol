// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

interface Pool {
    function getTranscoderPoolMaxSize() external view returns (uint256);
    function getFirstTranscoderInPool() external view returns (address);
    function getNextTranscoderInPool(address) external view returns (address);
    function transcoderTotalStake(address) external view returns (uint256);
    function getTranscoder(address)
        external view
        returns (uint256, uint256, uint256, uint256, uint256, uint256, uint256, uint256, uint256, uint256);
    function getDelegator(address)
        external view
        returns (uint256, uint256, address, uint256, uint256, uint256, uint256);
}

/// The whole candidate pool in one eth_call: run as creation code, it "deploys" the packed answer.
/// Packed, because nodes refuse creation results above 24,576 bytes: 57 bytes a member, at most `limit` of them.
contract PoolLens {
    constructor(Pool pool, uint256 limit) {
        bytes memory out = abi.encodePacked(uint8(1), uint32(pool.getTranscoderPoolMaxSize()));
        address id = pool.getFirstTranscoderInPool();
        for (uint256 i = 0; i < limit && id != address(0); i++) {
            out = bytes.concat(out, row(pool, id));
            id = pool.getNextTranscoderInPool(id);
        }
        // A last zero address says that the list is whole; another one that it goes on there.
        out = bytes.concat(out, bytes20(id));
        assembly {
            return(add(out, 32), mload(out))
        }
    }

    function row(Pool pool, address id) private view returns (bytes memory) {
        (uint256 lastReward, uint256 rewardCut, uint256 feeShare,, uint256 activation, uint256 deactivation,,,,) =
            pool.getTranscoder(id);
        return abi.encodePacked(
            id,
            uint128(pool.transcoderTotalStake(id)),
            uint32(lastReward),
            uint32(rewardCut),
            uint32(feeShare),
            uint32(activation),
            deactivation > type(uint32).max ? type(uint32).max : uint32(deactivation),
            registered(pool, id)
        );
    }

    function registered(Pool pool, address id) private view returns (bool) {
        (uint256 bonded,, address delegate,,,,) = pool.getDelegator(id);
        return bonded > 0 && delegate == id;
    }
}
