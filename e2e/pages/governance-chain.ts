import {
  type Address,
  createPublicClient,
  createWalletClient,
  encodeFunctionData,
  type Hex,
  http,
  keccak256,
  parseAbi,
  parseSignature,
  toHex,
} from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { chainFor } from '@/e2e/fixtures/chain'
import { mnemonic } from '@/e2e/fixtures/changes'
import type { Network } from '@/e2e/fixtures/network'
import { lpt } from '@/e2e/pages/governance'

const governorAbi = parseAbi([
  'function state(uint256) view returns (uint8)',
  'function proposalVotes(uint256) view returns (uint256 againstVotes, uint256 forVotes, uint256 abstainVotes)',
  'function proposalSnapshot(uint256) view returns (uint256)',
  'function proposalProposer(uint256) view returns (address)',
  'function quorum(uint256) view returns (uint256)',
  'function quota() view returns (uint256)',
  'function hasVoted(uint256,address) view returns (bool)',
  'function castVote(uint256,uint8) returns (uint256)',
  'function castVoteBySig(uint256,uint8,uint8,bytes32,bytes32) returns (uint256)',
  'function propose(address[],uint256[],bytes[],string) returns (uint256)',
  'function hashProposal(address[],uint256[],bytes[],bytes32) view returns (uint256)',
  'event VoteCast(address indexed voter, uint256 proposalId, uint8 support, uint256 weight, string reason)',
])
const votesAbi = parseAbi([
  'function getVotes(address) view returns (uint256)',
  'function delegatedAt(address,uint256) view returns (address)',
  'function getPastVotes(address,uint256) view returns (uint256)',
  'function getTotalActiveStakeAt(uint256) view returns (uint256)',
])
const bondingAbi = parseAbi([
  'function pendingStake(address,uint256) view returns (uint256)',
  'function pendingFees(address,uint256) view returns (uint256)',
  'function getDelegator(address) view returns (uint256 bondedAmount, uint256 fees, address delegateAddress, uint256 delegatedAmount, uint256 startRound, uint256 lastClaimRound, uint256 nextUnbondingLockId)',
])
const roundsAbi = parseAbi([
  'function blockNum() view returns (uint256)',
  'function lastRoundLengthUpdateRound() view returns (uint256)',
  'function lastRoundLengthUpdateStartBlock() view returns (uint256)',
  'function roundLength() view returns (uint256)',
])
const pollAbi = parseAbi(['event Vote(address indexed voter, uint256 choiceID)'])

interface ProposalOnChain {
  id: string
  state: number
  against: bigint
  inFavour: bigint
  abstain: bigint
  snapshot: bigint
}

export interface IndexedPoll {
  address: Address
  endBlock: bigint
  yesWei: bigint
  noWei: bigint
}

/** What the chain and the index say of votes, read by the tests themselves. */
export function governanceOf({ deployment, rpcUrl }: Pick<Network, 'deployment' | 'rpcUrl'>) {
  const client = createPublicClient({ chain: chainFor(rpcUrl), transport: http(rpcUrl), cacheTime: 0 })
  const at = (name: string): Address => {
    const address = deployment.contracts[name]
    if (!address) throw new Error(`no ${name} in the deployment`)
    return address
  }
  const governor = { address: at('LivepeerGovernor'), abi: governorAbi } as const
  const votes = { address: at('BondingVotes'), abi: votesAbi } as const
  const bonding = { address: at('BondingManager'), abi: bondingAbi } as const
  const rounds = { address: at('RoundsManager'), abi: roundsAbi } as const

  const index = async <Data>(query: string): Promise<Data> => {
    const response = await fetch(`${process.env.E2E_SERVICES_URL}/subgraph`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
    return ((await response.json()) as { data: Data }).data
  }

  const proposal = async (id: string): Promise<ProposalOnChain> => {
    const args = [BigInt(id)] as const
    const [state, [against, inFavour, abstain], snapshot] = await Promise.all([
      client.readContract({ ...governor, functionName: 'state', args }),
      client.readContract({ ...governor, functionName: 'proposalVotes', args }),
      client.readContract({ ...governor, functionName: 'proposalSnapshot', args }),
    ])
    return { id, state, against, inFavour, abstain, snapshot }
  }
  const proposals = async () => {
    const { treasuryProposals } = await index<{ treasuryProposals: { id: string; description: string }[] }>(
      '{treasuryProposals(first:1000){id description}}',
    )
    return Promise.all(
      treasuryProposals.map(async ({ id, description }) => ({ ...(await proposal(id)), description })),
    )
  }
  const polls = async (): Promise<IndexedPoll[]> => {
    const answer = await index<{
      polls: { id: Address; endBlock: string; tally: { yes: string; no: string } | null }[]
    }>('{polls(first:1000){id endBlock tally{yes no}}}')
    return answer.polls.map(({ id, endBlock, tally }) => ({
      address: id,
      endBlock: BigInt(endBlock),
      yesWei: lpt(tally?.yes ?? '0'),
      noWei: lpt(tally?.no ?? '0'),
    }))
  }
  const submitAs = (account: number, to: Address, data: Hex) =>
    createWalletClient({ chain: chainFor(rpcUrl), transport: http(rpcUrl) }).sendTransaction({
      account: mnemonicToAccount(mnemonic, { addressIndex: account }),
      to,
      data,
      gas: 9_000_000n,
    })
  const sendAs = async (account: number, to: Address, data: Hex) => {
    const hash = await submitAs(account, to, data)
    const { status } = await client.getTransactionReceipt({ hash })
    if (status !== 'success') throw new Error(`the transaction of account ${account} reverted`)
  }
  const blockNum = () => client.readContract({ ...rounds, functionName: 'blockNum' })

  return {
    proposal,
    proposals,
    polls,
    blockNum,
    /** A proposal that is open, the one whose text marks it as hostile left out. */
    activeProposal: async () => {
      const found = (await proposals()).find(
        ({ state, description }) => state === 1 && !description.includes('<script'),
      )
      if (!found) throw new Error('no proposal is open')
      return found
    },
    proposalWith: async (text: string) => {
      const found = (await proposals()).find(({ description }) => description.includes(text))
      if (!found) throw new Error(`no proposal has the text ${text}`)
      return found
    },
    openPoll: async () => {
      const now = await blockNum()
      const found = (await polls()).find(({ endBlock }) => endBlock >= now)
      if (!found) throw new Error('no poll is open')
      return found
    },
    closedPoll: async () => {
      const now = await blockNum()
      const found = (await polls()).find(({ endBlock }) => endBlock < now)
      if (!found) throw new Error('no poll has closed')
      return found
    },
    quorum: (snapshot: bigint) =>
      client.readContract({ ...governor, functionName: 'quorum', args: [snapshot] }),
    hasVoted: (id: string, account: Address) =>
      client.readContract({ ...governor, functionName: 'hasVoted', args: [BigInt(id), account] }),
    /** Everyone who voted on a proposal, from the events. */
    votersOn: async (id: string): Promise<Address[]> => {
      const logs = await client.getContractEvents({ ...governor, eventName: 'VoteCast', fromBlock: 0n })
      return logs.flatMap(({ args }) => (args.proposalId === BigInt(id) && args.voter ? [args.voter] : []))
    },
    /** The vote an account cast on a proposal, from its event. */
    voteCast: async (id: string, account: Address) => {
      const logs = await client.getContractEvents({
        ...governor,
        eventName: 'VoteCast',
        args: { voter: account },
        fromBlock: 0n,
      })
      return logs.map(({ args }) => args).find(({ proposalId }) => proposalId === BigInt(id)) ?? null
    },
    /** Power that delegators of an orchestrator voted with themselves, from the events of the vote. */
    votedByDelegators: async (id: string, orchestrator: Address, snapshot: bigint) => {
      const logs = await client.getContractEvents({ ...governor, eventName: 'VoteCast', fromBlock: 0n })
      let sum = 0n
      for (const { args } of logs) {
        const { voter, weight = 0n } = args
        if (args.proposalId !== BigInt(id) || !voter || voter === orchestrator) continue
        const delegate = await client.readContract({
          ...votes,
          functionName: 'delegatedAt',
          args: [voter, snapshot],
        })
        if (delegate === orchestrator) sum += weight
      }
      return sum
    },
    lpt: (account: Address) =>
      client.readContract({
        address: at('LivepeerToken'),
        abi: parseAbi(['function balanceOf(address) view returns (uint256)']),
        functionName: 'balanceOf',
        args: [account],
      }),
    treasury: at('Treasury'),
    /** A well-known account sends this to a contract. */
    sendAs,
    /** A well-known account votes elsewhere. */
    castAs: (account: number, id: string, support: number) =>
      sendAs(
        account,
        governor.address,
        encodeFunctionData({ abi: governorAbi, functionName: 'castVote', args: [BigInt(id), support] }),
      ),
    /**
     * The vote of a well-known account, signed by it and sent by another one, as a pending transaction (automine must be off):
     * mined before what is sent after it.
     */
    castBySigPending: async (voter: number, sender: number, id: string, support: number) => {
      const signature = await mnemonicToAccount(mnemonic, { addressIndex: voter }).signTypedData({
        domain: {
          name: 'LivepeerGovernor',
          version: '1',
          chainId: 31_337,
          verifyingContract: governor.address,
        },
        types: {
          Ballot: [
            { name: 'proposalId', type: 'uint256' },
            { name: 'support', type: 'uint8' },
          ],
        },
        primaryType: 'Ballot',
        message: { proposalId: BigInt(id), support },
      })
      const { r, s, yParity } = parseSignature(signature)
      const args = [BigInt(id), support, 27 + yParity, r, s] as const
      await submitAs(
        sender,
        governor.address,
        encodeFunctionData({ abi: governorAbi, functionName: 'castVoteBySig', args }),
      )
    },
    /** A well-known account proposes to send wei of ETH; the id of the proposal. */
    proposeAs: async (account: number, to: Address, wei: bigint, text: string): Promise<string> => {
      const calls = [[to], [wei], ['0x']] as const
      await sendAs(
        account,
        governor.address,
        encodeFunctionData({ abi: governorAbi, functionName: 'propose', args: [...calls, text] }),
      )
      const args = [...calls, keccak256(toHex(text))] as const
      return (await client.readContract({ ...governor, functionName: 'hashProposal', args })).toString()
    },
    /** A well-known account opens a poll on a content id; the poll. */
    createPollAs: async (account: number, cid: string): Promise<Address> => {
      const creator = {
        address: at('PollCreator'),
        abi: parseAbi([
          'function createPoll(bytes)',
          'event PollCreated(address indexed poll, bytes proposal, uint256 endBlock, uint256 quorum, uint256 quota)',
        ]),
      } as const
      await sendAs(
        account,
        creator.address,
        encodeFunctionData({ abi: creator.abi, functionName: 'createPoll', args: [toHex(cid)] }),
      )
      const logs = await client.getContractEvents({ ...creator, eventName: 'PollCreated', fromBlock: 0n })
      const poll = logs.at(-1)?.args.poll
      if (!poll) throw new Error('no poll was created')
      return poll
    },
    /** Choices of an account in a poll, in the order they were cast: 0 for, 1 against. */
    pollChoices: async (poll: Address, account: Address) => {
      const logs = await client.getContractEvents({
        address: poll,
        abi: pollAbi,
        eventName: 'Vote',
        args: { voter: account },
        fromBlock: 0n,
      })
      return logs.map(({ args }) => args.choiceID)
    },
    /** A poll's tally counted from its own events and the stakes at its last block (contracts.md section 10). */
    recount: async ({ address, endBlock }: IndexedPoll) => {
      const logs = await client.getContractEvents({ address, abi: pollAbi, eventName: 'Vote', fromBlock: 0n })
      const last = new Map<Address, bigint>()
      for (const { args } of logs)
        if (args.voter && (args.choiceID ?? 2n) < 2n) last.set(args.voter, args.choiceID ?? 0n)
      const stakeOf = async (account: Address) => {
        const at = { ...bonding, blockNumber: endBlock }
        const [[bonded, , delegate, delegated], pending] = await Promise.all([
          client.readContract({ ...at, functionName: 'getDelegator', args: [account] }),
          client.readContract({ ...at, functionName: 'pendingStake', args: [account, 0n] }),
        ])
        const registered = bonded > 0n && delegate === account
        return { delegate, registered, stake: bonded === 0n ? 0n : registered ? delegated : pending }
      }
      const sums: [bigint, bigint] = [0n, 0n]
      for (const [voter, choice] of last) {
        const { delegate, registered, stake } = await stakeOf(voter)
        sums[choice === 0n ? 0 : 1] += stake
        if (registered || stake === 0n) continue
        // Its orchestrator, if that voted too, loses this part of its own vote.
        const theirs = last.get(delegate)
        if (theirs !== undefined && (await stakeOf(delegate)).registered) sums[theirs === 0n ? 0 : 1] -= stake
      }
      return { yesWei: sums[0], noWei: sums[1] }
    },
    votesNow: (account: Address) =>
      client.readContract({ ...votes, functionName: 'getVotes', args: [account] }),
    votesAt: (account: Address, round: bigint) =>
      client.readContract({ ...votes, functionName: 'getPastVotes', args: [account, round] }),
    activeStakeAtEndOf: async ({ endBlock }: IndexedPoll) => {
      const [round, start, length] = await Promise.all([
        client.readContract({ ...rounds, functionName: 'lastRoundLengthUpdateRound' }),
        client.readContract({ ...rounds, functionName: 'lastRoundLengthUpdateStartBlock' }),
        client.readContract({ ...rounds, functionName: 'roundLength' }),
      ])
      return client.readContract({
        ...votes,
        functionName: 'getTotalActiveStakeAt',
        args: [round + (endBlock - start) / length],
      })
    },
    pendingFees: (account: Address) =>
      client.readContract({ ...bonding, functionName: 'pendingFees', args: [account, 0n] }),
    claimed: async (account: Address) => {
      const [bondedAmount, fees, , , , lastClaimRound] = await client.readContract({
        ...bonding,
        functionName: 'getDelegator',
        args: [account],
      })
      return { bondedAmount, fees, lastClaimRound }
    },
    eth: (account: Address) => client.getBalance({ address: account }),
  }
}
