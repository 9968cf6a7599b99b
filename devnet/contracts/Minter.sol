// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {Manager} from "./Manager.sol";
import {IController} from "./interfaces/IController.sol";
import {IL2LPTDataCache} from "./interfaces/IL2LPTDataCache.sol";
import {ILivepeerToken} from "./interfaces/ILivepeerToken.sol";
import {IMinter} from "./interfaces/IMinter.sol";
import {IRoundBonding} from "./interfaces/IRoundBonding.sol";

/// Issues inflation and holds all staked LPT and deposited or earned ETH (contracts.md 3.3).
/// Percentages here have the base 10^9 and every division rounds down.
contract Minter is Manager, IMinter {
    uint256 private constant P9 = 1_000_000_000;

    bytes32 private constant TOKEN_ID = keccak256("LivepeerToken");
    bytes32 private constant BONDING_ID = keccak256("BondingManager");
    bytes32 private constant ROUNDS_ID = keccak256("RoundsManager");
    bytes32 private constant JOBS_ID = keccak256("JobsManager");
    bytes32 private constant MINTER_ID = keccak256("Minter");
    bytes32 private constant L1_SUPPLY_ID = keccak256("L2LPTDataCache");

    uint256 public inflation;
    uint256 public inflationChange;
    uint256 public targetBondingRate;
    uint256 public override currentMintableTokens;
    uint256 public override currentMintedTokens;

    modifier onlyBondingManager() {
        require(msg.sender == registered(BONDING_ID), "msg.sender not BondingManager");
        _;
    }

    modifier onlyRoundsManager() {
        require(msg.sender == registered(ROUNDS_ID), "msg.sender not RoundsManager");
        _;
    }

    modifier onlyBondingManagerOrJobsManager() {
        require(
            msg.sender == registered(BONDING_ID) || msg.sender == registered(JOBS_ID),
            "msg.sender not BondingManager or JobsManager"
        );
        _;
    }

    modifier onlyMinterOrJobsManager() {
        require(
            msg.sender == registered(MINTER_ID) || msg.sender == registered(JOBS_ID),
            "msg.sender not Minter or JobsManager"
        );
        _;
    }

    constructor(address _controller, uint256 _inflation, uint256 _inflationChange, uint256 _targetBondingRate)
        Manager(_controller)
    {
        require(_inflation <= P9, "_inflation is invalid percentage");
        require(_inflationChange <= P9, "_inflationChange is invalid percentage");
        require(_targetBondingRate <= P9, "_targetBondingRate is invalid percentage");
        inflation = _inflation;
        inflationChange = _inflationChange;
        targetBondingRate = _targetBondingRate;
    }

    function setTargetBondingRate(uint256 _targetBondingRate) external onlyControllerOwner {
        require(_targetBondingRate <= P9, "_targetBondingRate is invalid percentage");
        targetBondingRate = _targetBondingRate;
        emit ParameterUpdate("targetBondingRate");
    }

    function setInflationChange(uint256 _inflationChange) external onlyControllerOwner {
        require(_inflationChange <= P9, "_inflationChange is invalid percentage");
        inflationChange = _inflationChange;
        emit ParameterUpdate("inflationChange");
    }

    /// Hands LPT, ETH and the right to mint to the next Minter while the system is paused.
    function migrateToNewMinter(IMinter _newMinter) external onlyControllerOwner whenSystemPaused {
        require(address(_newMinter) != address(this), "new Minter cannot be current Minter");
        require(address(_newMinter) != address(0), "new Minter cannot be null address");
        IController newController = _newMinter.getController();
        require(newController == controller, "new Minter Controller must be current Controller");
        // The registered Minter is still this one: only that one may deposit ETH into the next.
        require(newController.getContract(MINTER_ID) == address(this), "new Minter must be registered");
        ILivepeerToken lpt = _token();
        lpt.transfer(address(_newMinter), lpt.balanceOf(address(this)));
        _newMinter.depositETH{value: address(this).balance}();
    }

    function createReward(uint256 _fracNum, uint256 _fracDenom)
        external
        override
        onlyBondingManager
        whenSystemNotPaused
        returns (uint256)
    {
        uint256 amount = currentMintableTokens * ((_fracNum * P9) / _fracDenom) / P9;
        uint256 minted = currentMintedTokens + amount;
        require(minted <= currentMintableTokens, "minted tokens cannot exceed mintable tokens");
        currentMintedTokens = minted;
        _token().mint(address(this), amount);
        return amount;
    }

    function trustedTransferTokens(address _to, uint256 _amount)
        external
        override
        onlyBondingManager
        whenSystemNotPaused
    {
        _token().transfer(_to, _amount);
    }

    function trustedBurnTokens(uint256 _amount) external override onlyBondingManager whenSystemNotPaused {
        _token().burn(_amount);
    }

    /// Sends with 2,300 gas: a recipient whose receive function needs more is refused with empty data.
    function trustedWithdrawETH(address payable _to, uint256 _amount)
        external
        override
        onlyBondingManagerOrJobsManager
        whenSystemNotPaused
    {
        _to.transfer(_amount);
    }

    function depositETH() external payable override onlyMinterOrJobsManager returns (bool) {
        return true;
    }

    /// Moves inflation one step towards the target and sets the new round's mintable amount with the new rate.
    function setCurrentRewardTokens() external override onlyRoundsManager whenSystemNotPaused {
        uint256 supply = getGlobalTotalSupply();
        uint256 rate =
            supply == 0 ? 0 : IRoundBonding(registered(BONDING_ID)).getTotalBonded() * P9 / supply;
        if (rate < targetBondingRate) {
            inflation += inflationChange;
        } else if (rate > targetBondingRate) {
            inflation = inflationChange > inflation ? 0 : inflation - inflationChange;
        }
        currentMintableTokens = supply * inflation / P9;
        currentMintedTokens = 0;
        emit SetCurrentRewardTokens(currentMintableTokens, inflation);
    }

    function getController() external view override returns (IController) {
        return controller;
    }

    /// LPT on this layer plus what circulates on Ethereum, in wei.
    function getGlobalTotalSupply() public view returns (uint256) {
        return _token().totalSupply() + IL2LPTDataCache(registered(L1_SUPPLY_ID)).l1CirculatingSupply();
    }

    function _token() private view returns (ILivepeerToken) {
        return ILivepeerToken(registered(TOKEN_ID));
    }
}
