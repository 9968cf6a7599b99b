import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ARTIFACTS_DIR, loadArtifact } from '@/devnet/solidity/artifact'
import { contractNames, readSource, sourceHash, transitiveSources } from '@/devnet/solidity/sources'

/** A source whose contract has code of its own: neither abstract nor a library. */
function isDeployable(name: string): boolean {
  return new RegExp(`^contract ${name}\\b`, 'm').test(readSource(`${name}.sol`))
}

const artifacts = readdirSync(ARTIFACTS_DIR)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -'.json'.length))
  .sort()

test('every deployable contract has its artifact, and every artifact its contract', () => {
  expect(artifacts).toEqual(contractNames().filter(isDeployable))
})

test.each(artifacts)('%s was compiled from the sources that are here', (name) => {
  const artifact = loadArtifact(name)
  expect(artifact.contractName).toBe(name)
  expect(artifact.bytecode).toMatch(/^0x[0-9a-f]{100,}$/)
  expect(artifact.sourceHash, `run npm run compile:contracts -- ${name}`).toBe(sourceHash(name))
})

test('the hash covers what a contract imports, libraries from npm included', () => {
  const names = [...transitiveSources('LivepeerToken.sol').keys()]
  expect(names).toContain('LivepeerToken.sol')
  expect(names).toContain('@openzeppelin/contracts/token/ERC20/ERC20.sol')
  expect(names).toContain('@openzeppelin/contracts/utils/Context.sol')
  expect([...transitiveSources('Minter.sol').keys()]).toContain('interfaces/IRoundBonding.sol')
})
