// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Ascending list of rounds without repetition, read by binary search (contracts.md 7).
library SortedRounds {
    error DecreasingValues(uint256 newValue, uint256 lastValue);

    /// Appends a round at least as late as the last; the last itself is not repeated.
    function append(uint256[] storage self, uint256 _round) internal {
        if (self.length > 0) {
            uint256 last = self[self.length - 1];
            if (_round < last) revert DecreasingValues(_round, last);
            if (_round == last) return;
        }
        self.push(_round);
    }

    /// Index of the first round ≥ the given one; the length when there is none.
    function firstAtOrAfter(uint256[] storage self, uint256 _round) internal view returns (uint256 low) {
        uint256 high = self.length;
        while (low < high) {
            uint256 middle = (low + high) / 2;
            if (self[middle] < _round) low = middle + 1;
            else high = middle;
        }
    }

    /// Index of the first round > the given one; the length when there is none.
    function firstAfter(uint256[] storage self, uint256 _round) internal view returns (uint256 low) {
        uint256 high = self.length;
        while (low < high) {
            uint256 middle = (low + high) / 2;
            if (self[middle] <= _round) low = middle + 1;
            else high = middle;
        }
    }
}
