// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {SortedDoublyLL} from "../contracts/libraries/SortedDoublyLL.sol";

/// Opens the pool's list to tests: the BondingManager never misuses it.
contract SortedListProbe {
    using SortedDoublyLL for SortedDoublyLL.Data;

    SortedDoublyLL.Data private list;

    function setMaxSize(uint256 _size) external {
        list.setMaxSize(_size);
    }

    function insert(address _id, uint256 _key, address _prevId, address _nextId) external {
        list.insert(_id, _key, _prevId, _nextId);
    }

    function remove(address _id) external {
        list.remove(_id);
    }

    function updateKey(address _id, uint256 _key, address _prevId, address _nextId) external {
        list.updateKey(_id, _key, _prevId, _nextId);
    }

    function order() external view returns (address[] memory ids) {
        ids = new address[](list.size);
        address id = list.head;
        for (uint256 i = 0; i < ids.length; i++) {
            ids[i] = id;
            id = list.nodes[id].nextId;
        }
    }

    /// The same from the tail, to prove the links both ways.
    function reversed() external view returns (address[] memory ids) {
        ids = new address[](list.size);
        address id = list.tail;
        for (uint256 i = 0; i < ids.length; i++) {
            ids[i] = id;
            id = list.nodes[id].prevId;
        }
    }
}
