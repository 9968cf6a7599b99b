// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// What migrated stake does with the BondingManager (contracts.md 12).
interface IPoolBonding {
    function bondForWithHint(
        uint256 _amount,
        address _owner,
        address _to,
        address _oldDelegateNewPosPrev,
        address _oldDelegateNewPosNext,
        address _currDelegateNewPosPrev,
        address _currDelegateNewPosNext
    ) external;

    function transferBond(
        address _delegator,
        uint256 _amount,
        address _oldDelegateNewPosPrev,
        address _oldDelegateNewPosNext,
        address _newDelegateNewPosPrev,
        address _newDelegateNewPosNext
    ) external;

    function withdrawFees(address payable _recipient, uint256 _amount) external;

    function pendingStake(address _delegator, uint256 _endRound) external view returns (uint256);

    function pendingFees(address _delegator, uint256 _endRound) external view returns (uint256);
}
