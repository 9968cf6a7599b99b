// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

interface Token {
    function balanceOf(address) external view returns (uint256);
}

/// Carries out a proposal's calls as the treasury would: its runtime code stands in for the timelock's at the treasury's
/// address in one eth_call with a code override, so that the calls come from it and spend what it holds.
/// Stops at the first call that fails, as the timelock reverts there.
contract TimelockLens {
    struct Call {
        address target;
        uint256 value;
        bytes data;
    }

    function run(Call[] calldata calls, Token lpt)
        external
        returns (uint256[2] memory lptHeld, uint256[2] memory ethHeld, uint256 done, bytes memory reason)
    {
        (lptHeld[0], ethHeld[0]) = (lpt.balanceOf(address(this)), address(this).balance);
        for (; done < calls.length; done++) {
            bool ok;
            (ok, reason) = calls[done].target.call{value: calls[done].value}(calls[done].data);
            if (!ok) break;
        }
        if (done == calls.length) delete reason;
        (lptHeld[1], ethHeld[1]) = (lpt.balanceOf(address(this)), address(this).balance);
    }

    receive() external payable {}
}
