// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Manager} from "./Manager.sol";
import {ManagerProxyTarget} from "./ManagerProxyTarget.sol";
import {IMinter} from "./interfaces/IMinter.sol";
import {IRoundBonding} from "./interfaces/IRoundBonding.sol";
import {IRoundsManager} from "./interfaces/IRoundsManager.sol";

/// Protocol time: rounds follow the block number and advance without any transaction (contracts.md 4).
contract RoundsManager is ManagerProxyTarget, IRoundsManager {
    uint256 private constant P6 = 1_000_000;

    /// Blocks.
    uint256 public roundLength;
    /// Part of a round, at its end, in which orchestrators cannot change their cuts; base 10^6.
    uint256 public roundLockAmount;
    uint256 public lastInitializedRound;
    uint256 public lastRoundLengthUpdateRound;
    uint256 public lastRoundLengthUpdateStartBlock;
    mapping(uint256 => bytes32) private hashAtRound;
    mapping(uint256 => uint256) public override lipUpgradeRound;

    constructor(address _controller) Manager(_controller) {}

    function setRoundLength(uint256 _roundLength) external onlyControllerOwner {
        require(_roundLength > 0, "round length cannot be 0");
        // The running round keeps its number and start: anchor them under the length in force
        // before the change. At the very first call no length is in force yet.
        if (roundLength == 0) roundLength = _roundLength;
        (lastRoundLengthUpdateRound, lastRoundLengthUpdateStartBlock) = (currentRound(), currentRoundStartBlock());
        roundLength = _roundLength;
        emit ParameterUpdate("roundLength");
    }

    function setRoundLockAmount(uint256 _roundLockAmount) external onlyControllerOwner {
        require(_roundLockAmount <= P6, "round lock amount must be a valid percentage");
        roundLockAmount = _roundLockAmount;
        emit ParameterUpdate("roundLockAmount");
    }

    function setLIPUpgradeRound(uint256 _lip, uint256 _round) external onlyControllerOwner {
        require(lipUpgradeRound[_lip] == 0, "LIP upgrade round already set");
        lipUpgradeRound[_lip] = _round;
    }

    function initializeRound() external override whenSystemNotPaused {
        uint256 round = currentRound();
        require(lastInitializedRound < round, "round already initialized");
        lastInitializedRound = round;
        bytes32 roundBlockHash = blockHash(blockNum() - 1);
        hashAtRound[round] = roundBlockHash;
        IRoundBonding(registered(keccak256("BondingManager"))).setCurrentRoundTotalActiveStake();
        IMinter(registered(keccak256("Minter"))).setCurrentRewardTokens();
        emit NewRound(round, roundBlockHash);
    }

    function blockHashForRound(uint256 _round) external view override returns (bytes32) {
        return hashAtRound[_round];
    }

    function currentRoundInitialized() external view override returns (bool) {
        return lastInitializedRound == currentRound();
    }

    function currentRoundLocked() external view override returns (bool) {
        uint256 lockedBlocks = roundLength * roundLockAmount / P6;
        return blockNum() - currentRoundStartBlock() >= roundLength - lockedBlocks;
    }

    function blockNum() public view virtual override returns (uint256) {
        return block.number;
    }

    function blockHash(uint256 _block) public view virtual override returns (bytes32) {
        uint256 head = blockNum();
        require(_block < head, "can only retrieve past block hashes");
        require(head < 256 || _block >= head - 256, "can only retrieve hashes for last 256 blocks");
        return blockhash(_block);
    }

    function currentRound() public view override returns (uint256) {
        return lastRoundLengthUpdateRound + _roundsSinceUpdate();
    }

    function currentRoundStartBlock() public view override returns (uint256) {
        return lastRoundLengthUpdateStartBlock + _roundsSinceUpdate() * roundLength;
    }

    function _roundsSinceUpdate() private view returns (uint256) {
        return (blockNum() - lastRoundLengthUpdateStartBlock) / roundLength;
    }
}
