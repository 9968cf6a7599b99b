import {
  type Abi,
  type Address,
  encodeDeployData,
  encodeFunctionData,
  getContractAddress,
  type Hex,
  keccak256,
  toHex,
} from 'viem'
import type { Call } from '@/devnet/chain/transact'
import { loadArtifact } from '@/devnet/solidity/artifact'

const DEPLOY_GAS = 15_000_000

/** Id of a contract or of a snapshot: hash of its name (contracts.md 2.2). */
export function nameId(name: string): Hex {
  return keccak256(toHex(name))
}

/** Collects transactions of the deployer, to be mined in one block, and knows the addresses they will create. */
export class DeploymentScript {
  readonly calls: Call[] = []
  /** By name: those known at the start and those that the calls create. */
  readonly contracts: Record<string, Address>
  readonly deployer: Address
  private readonly firstNonce: number

  constructor(deployer: Address, firstNonce: number, known: Readonly<Record<string, Address>> = {}) {
    this.deployer = deployer
    this.firstNonce = firstNonce
    this.contracts = { ...known }
  }

  deploy(name: string, artifactName: string, args: readonly unknown[]): Address {
    const artifact = loadArtifact(artifactName)
    const address = getContractAddress({
      from: this.deployer,
      nonce: BigInt(this.firstNonce + this.calls.length),
    }).toLowerCase() as Address
    this.calls.push({
      label: `deploy ${name}`,
      from: this.deployer,
      data: encodeDeployData({ abi: artifact.abi, bytecode: artifact.bytecode, args: [...args] }),
      gas: DEPLOY_GAS,
    })
    this.contracts[name] = address
    return address
  }

  /** A target registered as `<name>Target` behind a proxy registered as `<name>`; returns the proxy. */
  deployProxied(name: string): Address {
    const controller = this.address('Controller')
    this.register(`${name}Target`, this.deploy(`${name}Target`, name, [controller]))
    const proxy = this.deploy(name, 'ManagerProxy', [controller, nameId(`${name}Target`)])
    this.register(name, proxy)
    return proxy
  }

  call(name: string, abiName: string, functionName: string, args: readonly unknown[] = []): void {
    this.calls.push({
      label: `${name}.${functionName}(${args.map(String).join(', ')})`,
      from: this.deployer,
      to: this.address(name),
      data: encodeFunctionData({ abi: loadArtifact(abiName).abi as Abi, functionName, args: [...args] }),
    })
  }

  /** Throws when no such contract is known: a step is in the wrong place. */
  address(name: string): Address {
    const address = this.contracts[name]
    if (!address) throw new Error(`${name} is not deployed yet`)
    return address
  }

  register(name: string, address: Address): void {
    this.contracts[name] = address
    this.call('Controller', 'Controller', 'setContractInfo', [nameId(name), address, '0x'.padEnd(42, '0')])
  }
}
