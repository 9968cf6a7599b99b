// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// What every contract registered with the Controller has (contracts.md 2.1).
interface IManager {
    event SetController(address controller);
    event ParameterUpdate(string param);

    function setController(address _controller) external;
}
