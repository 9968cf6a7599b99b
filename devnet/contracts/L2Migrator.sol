// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {IDelegatorPool} from "./interfaces/IDelegatorPool.sol";
import {IMerkleSnapshot} from "./interfaces/IMerkleSnapshot.sol";
import {ISenderFunding} from "./interfaces/ISenderFunding.sol";
import {MigratorBase} from "./migration/MigratorBase.sol";
import {MigratorState} from "./migration/MigratorState.sol";

/// Where stake, locks and gateway funds of the former protocol on Ethereum arrive, by message of the L1Migrator
/// or by a delegator's own claim against a published list (contracts.md 12.2). Runs behind a ManagerProxy
/// and pays from its own LPT and ETH.
contract L2Migrator is MigratorState {
    struct MigrateDelegatorParams {
        address l1Addr;
        address l2Addr;
        uint256 stake;
        uint256 delegatedStake;
        uint256 fees;
        address delegate;
    }

    struct MigrateUnbondingLocksParams {
        address l1Addr;
        address l2Addr;
        uint256 total;
        uint256[] unbondingLockIds;
        address delegate;
    }

    struct MigrateSenderParams {
        address l1Addr;
        address l2Addr;
        uint256 deposit;
        uint256 reserve;
    }

    event MigrateDelegatorFinalized(MigrateDelegatorParams params);
    event MigrateUnbondingLocksFinalized(MigrateUnbondingLocksParams params);
    event MigrateSenderFinalized(MigrateSenderParams params);
    event DelegatorPoolCreated(address indexed l1Addr, address delegatorPool);
    event StakeClaimed(address indexed delegator, address delegate, uint256 stake, uint256 fees);

    /// Id of the list of delegators' stakes.
    bytes32 private constant SNAPSHOT_ID = keccak256("LIP-73");
    /// What Arbitrum adds to the address of a contract on Ethereum that sends a message.
    uint160 private constant ALIAS_OFFSET = uint160(0x1111000000000000000000000000000000001111);

    modifier onlyL1Migrator() {
        // The addition wraps around, as aliases do.
        unchecked {
            require(
                msg.sender == address(uint160(l1MigratorAddr) + ALIAS_OFFSET),
                "ONLY_COUNTERPART_GATEWAY"
            );
        }
        _;
    }

    constructor(address _controller) MigratorBase(_controller) {}

    receive() external payable {}

    function finalizeMigrateDelegator(MigrateDelegatorParams memory _params) external onlyL1Migrator {
        require(!migratedDelegators[_params.l1Addr], "DELEGATOR_ALREADY_MIGRATED");
        migratedDelegators[_params.l1Addr] = true;
        if (_params.l1Addr == _params.delegate) {
            bondFor(_params.stake, _params.l2Addr, _params.l2Addr);
            openPool(_params);
        } else {
            handOver(_params.delegate, _params.stake, _params.l2Addr, _params.delegate);
        }
        require(sendEth(_params.l2Addr, _params.fees), "FINALIZE_DELEGATOR:FAIL_FEE");
        emit MigrateDelegatorFinalized(_params);
    }

    /// Bonds the locked stake to the former delegate, which may be nobody.
    function finalizeMigrateUnbondingLocks(MigrateUnbondingLocksParams memory _params) external onlyL1Migrator {
        for (uint256 i = 0; i < _params.unbondingLockIds.length; i++) {
            uint256 id = _params.unbondingLockIds[i];
            require(!migratedUnbondingLocks[_params.l1Addr][id], "UNBONDING_LOCK_ALREADY_MIGRATED");
            migratedUnbondingLocks[_params.l1Addr][id] = true;
        }
        bondFor(_params.total, _params.l2Addr, _params.delegate);
        emit MigrateUnbondingLocksFinalized(_params);
    }

    function finalizeMigrateSender(MigrateSenderParams memory _params) external onlyL1Migrator {
        require(!migratedSenders[_params.l1Addr], "SENDER_ALREADY_MIGRATED");
        migratedSenders[_params.l1Addr] = true;
        ISenderFunding(ticketBrokerAddr).fundDepositAndReserveFor{value: _params.deposit + _params.reserve}(
            _params.l2Addr,
            _params.deposit,
            _params.reserve
        );
        emit MigrateSenderFinalized(_params);
    }

    /// A delegator takes over its stake and fees by itself. The first three values are those of the list; the
    /// new delegate counts only when the former one has no pool, zero meaning the former one.
    function claimStake(
        address _delegate,
        uint256 _stake,
        uint256 _fees,
        bytes32[] calldata _proof,
        address _newDelegate
    ) external {
        require(claimStakeEnabled, "CLAIM_STAKE_DISABLED");
        require(!migratedDelegators[msg.sender], "CLAIM_STAKE:ALREADY_MIGRATED");
        bytes32 leaf = keccak256(abi.encodePacked(msg.sender, _delegate, _stake, _fees));
        require(
            IMerkleSnapshot(merkleSnapshotAddr).verify(SNAPSHOT_ID, _proof, leaf),
            "CLAIM_STAKE:INVALID_PROOF"
        );
        migratedDelegators[msg.sender] = true;
        if (_delegate != address(0)) {
            handOver(_delegate, _stake, msg.sender, _newDelegate == address(0) ? _delegate : _newDelegate);
        }
        require(sendEth(msg.sender, _fees), "CLAIM_STAKE:FAIL_FEE");
        emit StakeClaimed(msg.sender, _delegate, _stake, _fees);
    }

    /// Gives a delegator its stake: out of the former delegate's pool when there is one, else as a new bond.
    function handOver(address _formerDelegate, uint256 _stake, address _owner, address _to) private {
        claimedDelegatedStake[_formerDelegate] += _stake;
        address pool = delegatorPools[_formerDelegate];
        if (pool != address(0)) IDelegatorPool(pool).claim(_owner, _stake);
        else bondFor(_stake, _owner, _to);
    }

    /// Bonds what an orchestrator's delegators have not claimed yet for a pool of theirs.
    function openPool(MigrateDelegatorParams memory _params) private {
        uint256 unclaimed = _params.delegatedStake - _params.stake - claimedDelegatedStake[_params.l1Addr];
        if (unclaimed == 0) return;
        address pool = Clones.clone(delegatorPoolImpl);
        delegatorPools[_params.l1Addr] = pool;
        bondFor(unclaimed, pool, _params.l2Addr);
        IDelegatorPool(pool).initialize(bondingManagerAddr);
        emit DelegatorPoolCreated(_params.l1Addr, pool);
    }

    function sendEth(address _to, uint256 _amount) private returns (bool sent) {
        if (_amount == 0) return true;
        (sent, ) = _to.call{value: _amount}("");
    }
}
