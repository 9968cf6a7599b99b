// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IController} from "./interfaces/IController.sol";
import {IManager} from "./interfaces/IManager.sol";

/// Owner-controlled registry of the protocol's contracts and its pause switch (contracts.md 2.1).
/// Its guards revert without data, as the deployed one's do.
contract Controller is IController {
    struct Entry {
        address contractAddress;
        bytes20 gitCommitHash;
    }

    event OwnershipTransferred(address indexed previousOwner, address indexed newOwner);
    event Pause();
    event Unpause();

    address public override owner;
    bool public override paused;
    mapping(bytes32 => Entry) private registry;

    modifier onlyOwner() {
        if (msg.sender != owner) _refuse();
        _;
    }

    constructor() {
        owner = msg.sender;
        paused = true;
    }

    function setContractInfo(bytes32 _id, address _contractAddress, bytes20 _gitCommitHash)
        external
        override
        onlyOwner
    {
        registry[_id] = Entry(_contractAddress, _gitCommitHash);
        emit SetContractInfo(_id, _contractAddress, _gitCommitHash);
    }

    /// Moves a registered contract to another Controller.
    function updateController(bytes32 _id, address _controller) external override onlyOwner {
        IManager(registry[_id].contractAddress).setController(_controller);
    }

    function transferOwnership(address newOwner) external onlyOwner {
        if (newOwner == address(0)) _refuse();
        emit OwnershipTransferred(owner, newOwner);
        owner = newOwner;
    }

    function pause() external onlyOwner {
        if (paused) _refuse();
        paused = true;
        emit Pause();
    }

    function unpause() external onlyOwner {
        if (!paused) _refuse();
        paused = false;
        emit Unpause();
    }

    function getContract(bytes32 _id) external view override returns (address) {
        return registry[_id].contractAddress;
    }

    function getContractInfo(bytes32 _id) external view override returns (address, bytes20) {
        Entry storage entry = registry[_id];
        return (entry.contractAddress, entry.gitCommitHash);
    }

    function _refuse() private pure {
        revert();
    }
}
