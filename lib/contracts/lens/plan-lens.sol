// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

// Static structs encode like the same values one after the other, so these are the contracts' own ABIs.

struct Delegator {
    uint256 bondedAmount;
    uint256 fees;
    address delegateAddress;
    uint256 delegatedAmount;
    uint256 startRound;
    uint256 lastClaimRound;
    uint256 nextUnbondingLockId;
}

struct Transcoder {
    uint256 lastRewardRound;
    uint256 rewardCut;
    uint256 feeShare;
    uint256 lastActiveStakeUpdateRound;
    uint256 activationRound;
    uint256 deactivationRound;
    uint256 activeCumulativeRewards;
    uint256 cumulativeRewards;
    uint256 cumulativeFees;
    uint256 lastFeeRound;
}

struct EarningsPool {
    uint256 totalStake;
    uint256 rewardCut;
    uint256 feeShare;
    uint256 rewardFactor;
    uint256 feeFactor;
}

struct Lock {
    uint256 amount;
    uint256 withdrawRound;
}

interface IController {
    function paused() external view returns (bool);
}

interface IToken {
    function balanceOf(address account) external view returns (uint256);
    function allowance(address owner, address spender) external view returns (uint256);
}

interface IMinter {
    function currentMintableTokens() external view returns (uint256);
}

interface IRounds {
    function currentRound() external view returns (uint256);
    function currentRoundInitialized() external view returns (bool);
    function currentRoundStartBlock() external view returns (uint256);
    function roundLength() external view returns (uint256);
    function blockNum() external view returns (uint256);
}

interface IBonding {
    function getDelegator(address account) external view returns (Delegator memory);
    function getTranscoder(address account) external view returns (Transcoder memory);
    function getTranscoderEarningsPoolForRound(address account, uint256 round)
        external
        view
        returns (EarningsPool memory);
    function getDelegatorUnbondingLock(address account, uint256 id) external view returns (Lock memory);
    function isRegisteredTranscoder(address account) external view returns (bool);
    function pendingStake(address account, uint256 ignored) external view returns (uint256);
    function pendingFees(address account, uint256 ignored) external view returns (uint256);
    function transcoderTotalStake(address account) external view returns (uint256);
    function getFirstTranscoderInPool() external view returns (address);
    function getNextTranscoderInPool(address account) external view returns (address);
    function getTranscoderPoolSize() external view returns (uint256);
    function getTranscoderPoolMaxSize() external view returns (uint256);
    function currentRoundTotalActiveStake() external view returns (uint256);
    function treasuryRewardCutRate() external view returns (uint256);
    function unbondingPeriod() external view returns (uint64);
}

struct Contracts {
    address controller;
    address token;
    address minter;
    address rounds;
    address bonding;
}

struct Orchestrator {
    address id;
    bool registered;
    uint256 totalStake;
    Transcoder record;
}

struct Member {
    address id;
    uint256 stake;
}

struct State {
    bool paused;
    bool roundInitialized;
    uint256 round;
    uint256 roundStartBlock;
    uint256 roundLength;
    uint256 blockNum;
    uint256 unbondingPeriod;
    uint256 ethWei;
    bytes code;
    uint256 lptWei;
    uint256 allowanceWei;
    Delegator delegator;
    uint256 pendingStake;
    uint256 pendingFees;
    Lock lock;
    Orchestrator delegate;
    Orchestrator target;
    // Of the delegate: at the account's last claim round, the current round, the delegate's last reward
    // round, its last fee round and the round of its last stake update.
    EarningsPool[5] earningsPools;
    uint256 mintable;
    uint256 activeStake;
    uint256 treasuryRewardCutRate;
    uint256 poolMaxSize;
    Member[] pool;
}

/// Never deployed: sent as the data of an eth_call without a recipient, its constructor returns everything
/// that planning one account's staking action needs, all of one block.
contract PlanLens {
    constructor(Contracts memory at, address account, address to, uint256 lockId) {
        State memory s;
        readRound(s, at);
        readAccount(s, at, account, lockId);
        readOrchestrators(s, IBonding(at.bonding), to);
        readPool(s, IBonding(at.bonding));
        bytes memory answer = abi.encode(s);
        assembly {
            return(add(answer, 32), mload(answer))
        }
    }

    function readRound(State memory s, Contracts memory at) private view {
        IRounds rounds = IRounds(at.rounds);
        s.paused = IController(at.controller).paused();
        s.roundInitialized = rounds.currentRoundInitialized();
        s.round = rounds.currentRound();
        s.roundStartBlock = rounds.currentRoundStartBlock();
        s.roundLength = rounds.roundLength();
        s.blockNum = rounds.blockNum();
        s.mintable = IMinter(at.minter).currentMintableTokens();
    }

    function readAccount(State memory s, Contracts memory at, address account, uint256 lockId) private view {
        IBonding bonding = IBonding(at.bonding);
        s.ethWei = account.balance;
        s.code = account.code;
        s.lptWei = IToken(at.token).balanceOf(account);
        s.allowanceWei = IToken(at.token).allowance(account, at.bonding);
        s.delegator = bonding.getDelegator(account);
        s.pendingStake = bonding.pendingStake(account, 0);
        s.pendingFees = bonding.pendingFees(account, 0);
        s.lock = bonding.getDelegatorUnbondingLock(account, lockId);
        s.unbondingPeriod = bonding.unbondingPeriod();
        s.activeStake = bonding.currentRoundTotalActiveStake();
        s.treasuryRewardCutRate = bonding.treasuryRewardCutRate();
    }

    function readOrchestrators(State memory s, IBonding bonding, address to) private view {
        address id = s.delegator.delegateAddress;
        s.delegate = readOrchestrator(bonding, id);
        s.target = readOrchestrator(bonding, to);
        Transcoder memory record = s.delegate.record;
        uint256[5] memory rounds = [
            s.delegator.lastClaimRound,
            s.round,
            record.lastRewardRound,
            record.lastFeeRound,
            record.lastActiveStakeUpdateRound
        ];
        for (uint256 i = 0; i < 5; i++) {
            s.earningsPools[i] = bonding.getTranscoderEarningsPoolForRound(id, rounds[i]);
        }
    }

    function readOrchestrator(IBonding bonding, address id) private view returns (Orchestrator memory found) {
        found.id = id;
        found.registered = bonding.isRegisteredTranscoder(id);
        found.totalStake = bonding.transcoderTotalStake(id);
        found.record = bonding.getTranscoder(id);
    }

    function readPool(State memory s, IBonding bonding) private view {
        uint256 size = bonding.getTranscoderPoolSize();
        s.poolMaxSize = bonding.getTranscoderPoolMaxSize();
        s.pool = new Member[](size);
        address id = bonding.getFirstTranscoderInPool();
        for (uint256 i = 0; i < size; i++) {
            s.pool[i] = Member(id, bonding.transcoderTotalStake(id));
            id = bonding.getNextTranscoderInPool(id);
        }
    }
}
