// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Percentages with base 1,000,000: cuts, shares, slashing (contracts.md 1). Divisions round down.
library P6 {
    uint256 internal constant ONE = 1e6;

    function valid(uint256 x) internal pure returns (bool) {
        return x <= ONE;
    }

    function share(uint256 a, uint256 n) internal pure returns (uint256) {
        return (a * n) / ONE;
    }
}

/// Factors with base 10^27: cumulative rewards and fees, treasury cut (contracts.md 1 and 6.1).
library P27 {
    uint256 internal constant ONE = 1e27;

    function valid(uint256 x) internal pure returns (bool) {
        return x <= ONE;
    }

    function share(uint256 a, uint256 n) internal pure returns (uint256) {
        return (a * n) / ONE;
    }

    /// a · n / d with two roundings, first the fraction, then the product: other wei than dividing once.
    function share(uint256 a, uint256 n, uint256 d) internal pure returns (uint256) {
        return (a * ((n * ONE) / d)) / ONE;
    }
}
