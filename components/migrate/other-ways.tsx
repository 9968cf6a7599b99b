import { Panel } from '@/components/ui/panel'

const ways: readonly { who: string; how: string }[] = [
  {
    who: 'Delegators',
    how: 'Claim their stake and fees here, once, with one transaction on this network. Look up the address above.',
  },
  {
    who: 'Orchestrators',
    how: 'Move their own stake and that of delegators who have not claimed yet by a transaction on Ethereum: migrateDelegator of the L1Migrator.',
  },
  {
    who: 'Unbonding locks',
    how: 'Stake that was unbonded and not withdrawn moves by a transaction on Ethereum: migrateUnbondingLocks.',
  },
  {
    who: 'Gateways',
    how: 'Deposit and reserve move by a transaction on Ethereum: migrateSender.',
  },
]

const links: readonly { what: string; how: string; token?: string; href: string; label: string }[] = [
  {
    what: 'ETH on Arbitrum',
    how: 'Every transaction here needs a little of it. It comes over Arbitrum’s bridge or straight from an exchange.',
    href: 'https://bridge.arbitrum.io',
    label: 'Arbitrum’s bridge',
  },
  {
    what: 'LPT that is in a wallet on Ethereum',
    how: 'Crosses the same bridge, and arrives as LPT here. The token on Ethereum is',
    token: '0x58b6A8A3302369DAEc383334672404Ee733aB239',
    href: 'https://docs.livepeer.org',
    label: 'Livepeer’s guides',
  },
]

/** Who moves what, and what this site does not do. */
export function OtherWays() {
  return (
    <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
      <Panel title="Who does what">
        <dl className="divide-y border-y">
          {ways.map(({ who, how }) => (
            <div key={who} className="space-y-1 py-3">
              <dt className="font-medium">{who}</dt>
              <dd className="text-ink-quiet">{how}</dd>
            </div>
          ))}
        </dl>
        <p className="pt-4 text-small text-ink-quiet">
          This site does not make the transactions on Ethereum yet, and it does not read Ethereum: what an
          orchestrator, a gateway or a lock still has there does not show above. They move to the same address
          only, so a contract wallet must exist at that address on both networks.
        </p>
      </Panel>
      <Panel title="What else may be missing">
        <dl className="divide-y border-y">
          {links.map(({ what, how, token, href, label }) => (
            <div key={what} className="space-y-1 py-3">
              <dt className="font-medium">{what}</dt>
              <dd className="text-ink-quiet">
                {how} {token && <span className="font-mono text-small break-all">{token}</span>}{' '}
                <a href={href} rel="noreferrer" className="text-accent-text underline underline-offset-4">
                  {label}
                </a>
              </dd>
            </div>
          ))}
        </dl>
      </Panel>
    </div>
  )
}
