// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// Hands out play LPT with a waiting time per account (contracts.md 3.2). Its guards revert without data.
contract LivepeerTokenFaucet {
    event Request(address indexed to, uint256 amount);
    event OwnershipTransferred(address indexed previousOwner, address indexed newOwner);

    address public owner;
    IERC20 public token;
    /// Wei of LPT for each request.
    uint256 public requestAmount;
    /// Hours between two requests of one account.
    uint256 public requestWait;
    mapping(address => uint256) public nextValidRequest;
    mapping(address => bool) public isWhitelisted;

    modifier onlyOwner() {
        if (msg.sender != owner) _refuse();
        _;
    }

    constructor(address _token, uint256 _requestAmount, uint256 _requestWait) {
        owner = msg.sender;
        token = IERC20(_token);
        requestAmount = _requestAmount;
        requestWait = _requestWait;
    }

    function request() external {
        if (!isWhitelisted[msg.sender]) {
            if (block.timestamp < nextValidRequest[msg.sender]) _refuse();
            nextValidRequest[msg.sender] = block.timestamp + requestWait * 1 hours;
        }
        token.transfer(msg.sender, requestAmount);
        emit Request(msg.sender, requestAmount);
    }

    function addToWhitelist(address _addr) external onlyOwner {
        isWhitelisted[_addr] = true;
    }

    function removeFromWhitelist(address _addr) external onlyOwner {
        isWhitelisted[_addr] = false;
    }

    function transferOwnership(address newOwner) external onlyOwner {
        if (newOwner == address(0)) _refuse();
        emit OwnershipTransferred(owner, newOwner);
        owner = newOwner;
    }

    function _refuse() private pure {
        revert();
    }
}
