// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IL2LPTDataCache} from "./interfaces/IL2LPTDataCache.sol";

/// Stands in for the bridge's supply cache: the circulating supply of Ethereum is what its owner says (contracts.md 16.6).
contract L2LPTDataCache is IL2LPTDataCache {
    address public immutable owner;
    uint256 public override l1CirculatingSupply;

    constructor(uint256 _l1CirculatingSupply) {
        owner = msg.sender;
        l1CirculatingSupply = _l1CirculatingSupply;
    }

    function setL1CirculatingSupply(uint256 _l1CirculatingSupply) external {
        require(msg.sender == owner, "caller must be owner");
        l1CirculatingSupply = _l1CirculatingSupply;
    }
}
