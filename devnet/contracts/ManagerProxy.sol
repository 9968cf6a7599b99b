// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {ManagerProxyTarget} from "./ManagerProxyTarget.sol";
import {Manager} from "./Manager.sol";

/// Upgradeable front of a protocol contract: what it does not implement itself runs in its own storage
/// with the code registered under `targetContractId` (contracts.md 2.1).
contract ManagerProxy is ManagerProxyTarget {
    constructor(address _controller, bytes32 _targetContractId) Manager(_controller) {
        targetContractId = _targetContractId;
    }

    receive() external payable {
        _delegate();
    }

    fallback() external payable {
        _delegate();
    }

    function _delegate() private {
        address target = registered(targetContractId);
        require(target != address(0), "target contract must be registered");
        assembly {
            calldatacopy(0, 0, calldatasize())
            let done := delegatecall(gas(), target, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            switch done
            case 0 { revert(0, returndatasize()) }
            default { return(0, returndatasize()) }
        }
    }
}
