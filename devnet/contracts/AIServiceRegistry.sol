// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ServiceRegistry} from "./ServiceRegistry.sol";

/// The same registry for the addresses of AI workers, without a proxy and unknown to the Controller (contracts.md 9).
contract AIServiceRegistry is ServiceRegistry {
    constructor(address _controller) ServiceRegistry(_controller) {}
}
