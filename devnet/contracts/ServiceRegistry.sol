// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Manager} from "./Manager.sol";
import {ManagerProxyTarget} from "./ManagerProxyTarget.sol";

/// Where an orchestrator answers requests for work; no checks, works while paused (contracts.md 9).
contract ServiceRegistry is ManagerProxyTarget {
    event ServiceURIUpdate(address indexed addr, string serviceURI);

    mapping(address => string) private uris;

    constructor(address _controller) Manager(_controller) {}

    function setServiceURI(string calldata _serviceURI) external {
        uris[msg.sender] = _serviceURI;
        emit ServiceURIUpdate(msg.sender, _serviceURI);
    }

    /// Empty when never set.
    function getServiceURI(address _addr) external view returns (string memory) {
        return uris[_addr];
    }
}
