import { FullAddress } from '@/components/ui/address'
import { Badge } from '@/components/ui/badge'
import type { ContractName } from '@/lib/contracts/addresses'
import type { RegisteredContractView } from '@/lib/data/protocol-page-types'

const purpose: Readonly<Record<ContractName, string>> = {
  Controller: 'Registry of all others, and the pause',
  LivepeerToken: 'LPT',
  Minter: 'Mints rewards, holds bonded LPT and gateways’ ETH',
  BondingManager: 'Stake, rewards, fees and the active set',
  BondingVotes: 'Stake as voting power, round by round',
  RoundsManager: 'Rounds',
  ServiceRegistry: 'Where orchestrators are reached, video',
  AIServiceRegistry: 'Where orchestrators are reached, AI',
  Treasury: 'Holds the treasury and carries out what passed',
  LivepeerGovernor: 'Treasury proposals and their votes',
  TicketBroker: 'Deposits, reserves and winning tickets',
  L2Migrator: 'Claims of stake that was left on Ethereum',
  MerkleSnapshot: 'What such claims are checked against',
  PollCreator: 'Makes LIP polls',
  Poll: 'One LIP poll',
  Multicall3: 'Reads many figures at once; no part of Livepeer',
}

const checkWords = {
  confirmed: { text: 'Confirmed', tone: 'neutral' },
  differs: { text: 'Differs: actions that need it are stopped', tone: 'loss' },
  unregistered: { text: 'Not in the registry', tone: 'outline' },
} as const satisfies Readonly<Record<RegisteredContractView['check'], unknown>>

/** Every contract the site uses, compared with the Controller's registry (7.5). */
export function Contracts({
  contracts,
  explorerUrl,
}: {
  contracts: readonly RegisteredContractView[]
  explorerUrl: string | null
}) {
  const used = contracts.filter((contract) => contract.address !== null)
  return (
    <ul className="divide-y border-y">
      {used.map(({ name, address, check, registered, implementation }) => (
        <li
          key={name}
          className="grid gap-x-8 gap-y-1 py-3 md:grid-cols-[minmax(0,16rem)_minmax(0,1fr)_auto] md:items-baseline"
        >
          <span>
            <span className="block font-medium">{name}</span>
            <span className="block text-small text-ink-quiet">{purpose[name]}</span>
          </span>
          <span className="min-w-0">
            {address && <FullAddress address={address} explorerUrl={explorerUrl} />}
            {implementation && (
              <span className="flex flex-wrap items-baseline gap-x-2 text-small text-ink-quiet">
                runs the code at <FullAddress address={implementation} explorerUrl={explorerUrl} />
              </span>
            )}
            {check === 'differs' && (
              <span className="flex flex-wrap items-baseline gap-x-2 text-small text-loss">
                {registered ? (
                  <>
                    registered is <FullAddress address={registered} explorerUrl={explorerUrl} />
                  </>
                ) : (
                  'the Controller registers none'
                )}
              </span>
            )}
          </span>
          <span>
            <Badge tone={checkWords[check].tone}>{checkWords[check].text}</Badge>
          </span>
        </li>
      ))}
    </ul>
  )
}
