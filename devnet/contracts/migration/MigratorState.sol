// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {IPoolBonding} from "../interfaces/IPoolBonding.sol";
import {MigratorBase} from "./MigratorBase.sol";

/// Storage and settings of the L2Migrator (contracts.md 12.2). Unlike the other protocol contracts it caches the
/// addresses of those it calls.
abstract contract MigratorState is MigratorBase, Initializable {
    event L1MigratorUpdate(address _l1MigratorAddr);
    event DelegatorPoolImplUpdate(address _delegatorPoolImpl);
    event ClaimStakeEnabled(bool _enabled);
    event ControllerContractUpdate(bytes32 id, address addr);
    /// Of the bridge's message format; this contract sends none.
    event TxToL1(address indexed _from, address indexed _to, uint256 indexed _id, bytes _data);

    address public bondingManagerAddr;
    address public ticketBrokerAddr;
    address public merkleSnapshotAddr;
    address public tokenAddr;
    /// Contract on Ethereum whose messages are obeyed.
    address public l1MigratorAddr;
    /// Code that each orchestrator's pool runs.
    address public delegatorPoolImpl;
    bool public claimStakeEnabled;

    /// Pool of an orchestrator's delegators, by its address on Ethereum.
    mapping(address => address) public delegatorPools;
    /// Stake that delegators of an orchestrator brought over, in wei of the snapshot.
    mapping(address => uint256) public claimedDelegatedStake;
    mapping(address => bool) public migratedDelegators;
    mapping(address => mapping(uint256 => bool)) public migratedUnbondingLocks;
    mapping(address => bool) public migratedSenders;

    function initialize(address _l1MigratorAddr, address _delegatorPoolImpl)
        external
        onlyControllerOwner
        initializer
    {
        l1MigratorAddr = _l1MigratorAddr;
        delegatorPoolImpl = _delegatorPoolImpl;
    }

    function setL1Migrator(address _l1MigratorAddr) external onlyControllerOwner {
        l1MigratorAddr = _l1MigratorAddr;
        emit L1MigratorUpdate(_l1MigratorAddr);
    }

    function setDelegatorPoolImpl(address _delegatorPoolImpl) external onlyControllerOwner {
        delegatorPoolImpl = _delegatorPoolImpl;
        emit DelegatorPoolImplUpdate(_delegatorPoolImpl);
    }

    function setClaimStakeEnabled(bool _enabled) external onlyControllerOwner {
        claimStakeEnabled = _enabled;
        emit ClaimStakeEnabled(_enabled);
    }

    /// Anyone may bring the cached addresses up to date.
    function syncControllerContracts() external {
        bondingManagerAddr = cached(keccak256("BondingManager"));
        ticketBrokerAddr = cached(keccak256("TicketBroker"));
        merkleSnapshotAddr = cached(keccak256("MerkleSnapshot"));
        tokenAddr = cached(keccak256("LivepeerToken"));
    }

    /// Bonds LPT that this contract holds.
    function bondFor(uint256 _amount, address _owner, address _to) internal {
        IERC20(tokenAddr).approve(bondingManagerAddr, _amount);
        IPoolBonding(bondingManagerAddr).bondForWithHint(
            _amount,
            _owner,
            _to,
            address(0),
            address(0),
            address(0),
            address(0)
        );
    }

    function cached(bytes32 _id) private returns (address addr) {
        addr = controller.getContract(_id);
        emit ControllerContractUpdate(_id, addr);
    }
}
