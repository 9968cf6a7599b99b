// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IController} from "../interfaces/IController.sol";

/// The Manager of the bridge's contracts (contracts.md 2.1): the same storage and guards as the protocol's,
/// without its parameters and their event.
abstract contract MigratorBase {
    event SetController(address controller);

    IController public controller;
    /// Belongs to the proxy.
    bytes32 public targetContractId;

    modifier onlyControllerOwner() {
        require(msg.sender == controller.owner(), "caller must be Controller owner");
        _;
    }

    constructor(address _controller) {
        controller = IController(_controller);
    }

    function setController(address _controller) external {
        require(msg.sender == address(controller), "caller must be Controller");
        controller = IController(_controller);
        emit SetController(_controller);
    }
}
