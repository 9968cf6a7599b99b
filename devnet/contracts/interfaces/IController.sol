// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Registry of the protocol's contracts, its owner and its pause switch (contracts.md 2.1).
interface IController {
    event SetContractInfo(bytes32 id, address contractAddress, bytes20 gitCommitHash);

    function setContractInfo(bytes32 _id, address _contractAddress, bytes20 _gitCommitHash) external;

    function updateController(bytes32 _id, address _controller) external;

    /// Zero address for an unknown id, never a revert.
    function getContract(bytes32 _id) external view returns (address);

    function getContractInfo(bytes32 _id) external view returns (address, bytes20);

    function owner() external view returns (address);

    function paused() external view returns (bool);
}
