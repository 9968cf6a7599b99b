import type { Address } from 'viem'
import { FullAddress } from '@/components/ui/address'
import { Amount } from '@/components/ui/amount'
import { knownCall } from '@/lib/contracts/known-call'
import type { ActionView, PaidView } from '@/lib/data/governance-types'
import type { Names } from '@/lib/ens/names'
import { checksumAddress } from '@/lib/format/address-checksum'
import { exactAmount } from '@/lib/format/amount'
import { countOf } from '@/lib/format/number'
import { sameAddress } from '@/lib/protocol/types'

export interface ActionListProps {
  actions: readonly ActionView[]
  /** null: not known. */
  paidBefore: readonly PaidView[] | null
  explorerUrl: string | null
  /** Names of recipients, where known. */
  names?: Names
}

const noNames: Names = new Map()

/** What a proposal does when it is executed, call by call, read from its calls and not from its text. */
export function ActionList({ actions, paidBefore, explorerUrl, names = noNames }: ActionListProps) {
  return (
    <ol className="divide-y border-y">
      {actions.map((action, index) => (
        // Two actions of a proposal may be the very same, and their order is fixed.
        <li key={index} className="grid gap-x-4 gap-y-1 py-3 sm:grid-cols-[1.5rem_minmax(0,1fr)]">
          <span className="text-ink-quiet max-sm:sr-only">{index + 1}.</span>
          <div className="min-w-0">
            <Action action={action} explorerUrl={explorerUrl} />
            {action.kind !== 'call' && <Named name={names.get(action.to.toLowerCase()) ?? null} />}
            {action.kind !== 'call' && paidBefore && <PaidBefore to={action.to} paidBefore={paidBefore} />}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** The recipient's name: its own words, confirmed by the name pointing back at it. */
function Named({ name }: { name: string | null }) {
  return name && <p className="text-small text-ink-quiet">Goes by the name of {name}.</p>
}

function Action({ action, explorerUrl }: { action: ActionView; explorerUrl: string | null }) {
  if (action.kind === 'call') return <RawCall action={action} explorerUrl={explorerUrl} />
  return (
    <>
      <p>
        Pays{' '}
        <span className="font-medium">
          {action.kind === 'lpt-transfer' ? (
            <Amount wei={action.amountWei} unit="LPT" />
          ) : (
            <Amount wei={action.ethWei} unit="ETH" places={4} />
          )}
        </span>{' '}
        to
      </p>
      <FullAddress address={checksumAddress(action.to)} explorerUrl={explorerUrl} />
    </>
  )
}

/** What the recipient got from the treasury before. */
function PaidBefore({ to, paidBefore }: { to: Address; paidBefore: readonly PaidView[] }) {
  const paid = paidBefore.find((other) => sameAddress(other.to, to))
  if (!paid) return <p className="text-small text-ink-quiet">No other executed proposal pays it.</p>
  const amounts = [
    ...(paid.lptWei > 0n ? [`${exactAmount(paid.lptWei)} LPT`] : []),
    ...(paid.ethWei > 0n ? [`${exactAmount(paid.ethWei)} ETH`] : []),
  ]
  return (
    <p className="text-small text-ink-quiet">
      Paid {amounts.join(' and ')} by {countOf(paid.proposals, 'other executed proposal')}.
    </p>
  )
}

function RawCall({
  action,
  explorerUrl,
}: {
  action: Extract<ActionView, { kind: 'call' }>
  explorerUrl: string | null
}) {
  const { contract, selector, calldata, ethWei, target } = action
  const known = knownCall(calldata)
  return (
    <>
      <p>
        Calls {contract ?? 'a contract this site does not know'}
        {selector && (
          <>
            , function <span className="font-mono text-small break-all">{known?.name ?? selector}</span>
          </>
        )}
        {ethWei > 0n && `, and sends ${exactAmount(ethWei)} ETH`}
      </p>
      {known && known.args.length > 0 && (
        <dl className="py-1 text-small">
          {known.args.map(({ name, value }) => (
            <div key={name} className="flex flex-wrap gap-x-2">
              <dt className="text-ink-quiet">{name}</dt>
              <dd className="font-mono break-all">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {known && !contract && (
        <p className="text-small text-ink-quiet">
          Read by its usual meaning; what this contract makes of it is not known.
        </p>
      )}
      <FullAddress address={checksumAddress(target)} explorerUrl={explorerUrl} />
      <details className="pt-1 text-small">
        <summary className="text-accent-text underline underline-offset-4">Calldata</summary>
        <p className="mt-2 max-h-64 overflow-y-auto rounded bg-raised p-3 font-mono break-all">
          {calldata.length > 20_000 ? `${calldata.slice(0, 20_000)}…` : calldata}
        </p>
      </details>
    </>
  )
}
