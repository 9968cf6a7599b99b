// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Owner of the protocol's Controller: its owner stages updates, which anyone executes after a delay
/// (contracts.md 2.6). Not the LivepeerGovernor, in which stakeholders vote.
contract Governor {
    struct Update {
        address[] target;
        uint256[] value;
        bytes[] data;
        uint256 nonce;
    }

    event UpdateStaged(Update update, uint256 delay);
    event UpdateExecuted(Update update);
    event UpdateCancelled(Update update);
    event OwnershipTransferred(address indexed previousOwner, address indexed newOwner);

    address public owner;
    /// Hash of a staged update to the first block in which it can be executed.
    mapping(bytes32 => uint256) public updates;

    modifier onlyOwner() {
        require(msg.sender == owner, "unauthorized: msg.sender not owner");
        _;
    }

    modifier onlyThis() {
        require(msg.sender == address(this), "unauthorized: msg.sender not Governor");
        _;
    }

    constructor() {
        owner = msg.sender;
        emit OwnershipTransferred(address(0), msg.sender);
    }

    /// Only through an update of its own.
    function transferOwnership(address newOwner) external onlyThis {
        emit OwnershipTransferred(owner, newOwner);
        owner = newOwner;
    }

    /// The delay is in blocks.
    function stage(Update memory _update, uint256 _delay) external onlyOwner {
        bytes32 id = hashOf(_update);
        require(updates[id] == 0, "update already staged");
        updates[id] = block.number + _delay;
        emit UpdateStaged(_update, _delay);
    }

    function cancel(Update memory _update) external onlyOwner {
        delete updates[requireStaged(_update)];
        emit UpdateCancelled(_update);
    }

    /// Runs all calls of an update or none.
    function execute(Update memory _update) external payable {
        bytes32 id = requireStaged(_update);
        require(block.number >= updates[id], "delay for update not expired");
        delete updates[id];
        for (uint256 i = 0; i < _update.target.length; i++) {
            (bool success, bytes memory answer) = _update.target[i].call{value: _update.value[i]}(_update.data[i]);
            require(success, string(answer));
        }
        emit UpdateExecuted(_update);
    }

    function requireStaged(Update memory _update) private view returns (bytes32 id) {
        id = hashOf(_update);
        require(updates[id] > 0, "update is not staged");
    }

    function hashOf(Update memory _update) private pure returns (bytes32) {
        return keccak256(abi.encode(_update));
    }
}
