// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

interface IL2LPTDataCache {
    /// LPT that circulates on Ethereum, in wei.
    function l1CirculatingSupply() external view returns (uint256);
}
