import {
  type Address,
  encodeAbiParameters,
  encodeFunctionData,
  getAddress,
  keccak256,
  padHex,
  toHex,
} from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createChain } from '@/devnet/chain/provider'
import { createGovernedHarness, type GovernedHarness } from '@/devnet/contracts-test/governed-harness'
import { claimLeafHash } from '@/devnet/deploy/claim-tree'
import { CLAIM_SNAPSHOT_ID } from '@/devnet/deploy/claims'
import { loadArtifact } from '@/devnet/solidity/artifact'
import { ALWAYS_WINS, makeTicket, ticketHash } from '@/devnet/tickets/ticket'

const ZERO_HASH = `0x${'0'.repeat(64)}` as const
const AA: Address = padHex('0xaa', { size: 20 })
const BB: Address = padHex('0xbb', { size: 20 })

/** contracts.md 13.6: hashes that contracts, site and index must agree on. */
describe('worked example F', () => {
  let h: GovernedHarness
  beforeAll(async () => {
    h = await createGovernedHarness(await createChain())
  })
  afterAll(() => h.chain.close())

  test('a proposal, its description and its operation in the timelock', async () => {
    const data = encodeFunctionData({
      abi: loadArtifact('LivepeerToken').abi,
      functionName: 'transfer',
      args: [AA, 10n ** 19n],
    })
    expect(data).toBe(
      '0xa9059cbb00000000000000000000000000000000000000000000000000000000000000aa0000000000000000000000000000000000000000000000008ac7230489e80000',
    )
    const descriptionHash = keccak256(toHex('# Pay Q\nTen LPT'))
    expect(descriptionHash).toBe('0xcbc3eebe1c166e00b65d9b6881b712c7216837153eb26c2de791c65a26c95c28')
    const calls = [['0x289ba1701C2F088cf0faf8B3705246331cB8A839'], [0n], [data]] as const
    expect(await h.bigint('LivepeerGovernor', 'hashProposal', ...calls, descriptionHash)).toBe(
      53242698659079077435767807682230856934668274106987091767261178072518644813661n,
    )
    expect(await h.view('Treasury', 'hashOperationBatch', ...calls, ZERO_HASH, descriptionHash)).toBe(
      '0xa4b142f5aafcf19251a0c83f42856be2d936930b4ca8139c5932702a56427075',
    )
  })

  test('a claim’s leaf and the id of its list', () => {
    expect(claimLeafHash({ delegator: AA, delegate: BB, stakeWei: 123n, feesWei: 456n })).toBe(
      '0xeba4f9873b7d33b28b7cd8489a097bb49cf47cbee7a6b5f9a401e7c02763808b',
    )
    expect(CLAIM_SNAPSHOT_ID).toBe('0xacef05f736f89c16facc0f940c13f4c3a386cf48a9b54b50f59defd8b301c40a')
  })

  test('a ticket', async () => {
    const ticket = makeTicket(getAddress(BB), {
      recipient: getAddress(AA),
      faceValueWei: 10n ** 18n,
      winProb: ALWAYS_WINS,
      senderNonce: 7n,
      recipientRand: 12_345n,
      creationRound: 3_000n,
      creationRoundBlockHash: keccak256(toHex('x')),
    })
    expect(ticket.recipientRandHash).toBe(
      '0xe546b0a52c2879744f6def0fb483d581dc6d205de83af8440456804dd8b62380',
    )
    expect(ticket.auxData).toBe(
      encodeAbiParameters(
        [{ type: 'uint256' }, { type: 'bytes32' }],
        [3_000n, '0x7521d1cadbcfa91eec65aa16715b94ffc1c9654ba57ea2ef1a2127bca1127a83'],
      ),
    )
    const hash = '0x58cab99e5ae58ff9c5e5096328f4c68a963c400fc9c1a7437ca4cc309b53371e'
    expect(ticketHash(ticket)).toBe(hash)
    expect(await h.view('TicketBroker', 'getTicketHash', ticket)).toBe(hash)
  })

  test('what voters sign by EIP-712', async () => {
    expect(await h.view('LivepeerGovernor', 'BALLOT_TYPEHASH')).toBe(
      '0x150214d74d59b7d1e90c73fc22ef3d991dd0a76b046543d4d80ab92d2a50328f',
    )
    expect(await h.view('LivepeerGovernor', 'EXTENDED_BALLOT_TYPEHASH')).toBe(
      '0xb3b3f3b703cd84ce352197dcff232b1b5d3cfb2025ce47cf04742d0651f1af88',
    )
    expect(await h.view('LivepeerGovernor', 'eip712Domain')).toEqual([
      '0x0f',
      'LivepeerGovernor',
      '1',
      31_337n,
      getAddress(h.deployment.contracts.LivepeerGovernor as Address),
      ZERO_HASH,
      [],
    ])
  })
})
