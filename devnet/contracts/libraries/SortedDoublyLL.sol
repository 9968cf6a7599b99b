// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Doubly linked list of addresses, greatest key at the head, with position hints (contracts.md 5.8).
/// A hint (prev, next) names the neighbours the node will have; zero means none or unknown. A wrong hint
/// only costs a linear search.
library SortedDoublyLL {
    struct Node {
        uint256 key;
        address nextId;
        address prevId;
    }

    /// Five storage slots in this order: they are part of the BondingManager's layout (contracts.md 2.1).
    struct Data {
        address head;
        address tail;
        uint256 maxSize;
        uint256 size;
        mapping(address => Node) nodes;
    }

    function setMaxSize(Data storage self, uint256 _size) internal {
        require(_size > self.maxSize, "new max size must be greater than old max size");
        self.maxSize = _size;
    }

    function insert(Data storage self, address _id, uint256 _key, address _prevId, address _nextId) internal {
        require(!isFull(self), "list is full");
        require(!contains(self, _id), "node already in list");
        require(_id != address(0), "node id is null");
        require(_key > 0, "key is zero");

        (address prev, address next) = validPosition(self, _key, _prevId, _nextId)
            ? (_prevId, _nextId)
            : findPosition(self, _key, _prevId, _nextId);

        self.nodes[_id] = Node({key: _key, nextId: next, prevId: prev});
        if (prev == address(0)) self.head = _id;
        else self.nodes[prev].nextId = _id;
        if (next == address(0)) self.tail = _id;
        else self.nodes[next].prevId = _id;
        self.size += 1;
    }

    function remove(Data storage self, address _id) internal {
        require(contains(self, _id), "node not in list");
        address prev = self.nodes[_id].prevId;
        address next = self.nodes[_id].nextId;
        if (prev == address(0)) self.head = next;
        else self.nodes[prev].nextId = next;
        if (next == address(0)) self.tail = prev;
        else self.nodes[next].prevId = prev;
        delete self.nodes[_id];
        self.size -= 1;
    }

    /// Removes the node and, unless the new key is zero, inserts it again: the hint must be right
    /// for the list without the node.
    function updateKey(Data storage self, address _id, uint256 _key, address _prevId, address _nextId) internal {
        remove(self, _id);
        if (_key > 0) insert(self, _id, _key, _prevId, _nextId);
    }

    /// A node in the list always has a key above zero.
    function contains(Data storage self, address _id) internal view returns (bool) {
        return self.nodes[_id].key > 0;
    }

    function isFull(Data storage self) internal view returns (bool) {
        return self.size >= self.maxSize;
    }

    /// Whether a new node of this key may stand between the two. Equal keys are valid on both sides,
    /// so that a hint can place a tie after its equals.
    function validPosition(Data storage self, uint256 _key, address _prevId, address _nextId)
        internal
        view
        returns (bool)
    {
        if (_prevId == address(0) && _nextId == address(0)) return self.size == 0;
        if (_prevId == address(0)) return self.head == _nextId && _key >= self.nodes[_nextId].key;
        if (_nextId == address(0)) return self.tail == _prevId && _key <= self.nodes[_prevId].key;
        // A prev outside the list has no next, so it cannot match.
        return
            self.nodes[_prevId].nextId == _nextId &&
            self.nodes[_prevId].key >= _key &&
            _key >= self.nodes[_nextId].key;
    }

    /// Neighbours for a key, starting from whatever of the hint is still usable.
    function findPosition(Data storage self, uint256 _key, address _prevId, address _nextId)
        internal
        view
        returns (address, address)
    {
        address prev = _prevId;
        address next = _nextId;
        if (prev != address(0) && (!contains(self, prev) || _key > self.nodes[prev].key)) prev = address(0);
        if (next != address(0) && (!contains(self, next) || _key < self.nodes[next].key)) next = address(0);

        if (prev == address(0) && next == address(0)) return descend(self, _key, self.head);
        if (prev == address(0)) return ascend(self, _key, next);
        return descend(self, _key, prev);
    }

    function descend(Data storage self, uint256 _key, address _from) private view returns (address, address) {
        if (self.head == _from && _key >= self.nodes[_from].key) return (address(0), _from);
        address prev = _from;
        address next = self.nodes[prev].nextId;
        while (prev != address(0) && !validPosition(self, _key, prev, next)) {
            prev = next;
            next = self.nodes[prev].nextId;
        }
        return (prev, next);
    }

    function ascend(Data storage self, uint256 _key, address _from) private view returns (address, address) {
        if (self.tail == _from && _key <= self.nodes[_from].key) return (_from, address(0));
        address next = _from;
        address prev = self.nodes[next].prevId;
        while (next != address(0) && !validPosition(self, _key, prev, next)) {
            next = prev;
            prev = self.nodes[next].prevId;
        }
        return (prev, next);
    }
}
