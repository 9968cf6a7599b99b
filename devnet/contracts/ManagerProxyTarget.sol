// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Manager} from "./Manager.sol";

/// Base of implementations that run behind a ManagerProxy: slot 1 belongs to the proxy, so that
/// an implementation's own state starts at slot 2 (contracts.md 2.1).
abstract contract ManagerProxyTarget is Manager {
    bytes32 public targetContractId;
}
