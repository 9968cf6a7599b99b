// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {Manager} from "./Manager.sol";

/// Roots of published lists by id (contracts.md 12.4). Pairs are hashed in sorted order.
contract MerkleSnapshot is Manager {
    mapping(bytes32 => bytes32) public snapshot;

    constructor(address _controller) Manager(_controller) {}

    function setSnapshot(bytes32 _id, bytes32 _root) external onlyControllerOwner {
        snapshot[_id] = _root;
    }

    function verify(bytes32 _id, bytes32[] memory _proof, bytes32 _leaf) external view returns (bool) {
        return MerkleProof.verify(_proof, snapshot[_id], _leaf);
    }
}
