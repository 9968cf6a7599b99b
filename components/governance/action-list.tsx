import { FullAddress } from '@/components/ui/address'
import { Amount } from '@/components/ui/amount'
import type { ActionView } from '@/lib/data/governance-types'
import { checksumAddress } from '@/lib/format/address-checksum'
import { exactAmount } from '@/lib/format/amount'

/** What a proposal does when it is executed, call by call, read from its calls and not from its text. */
export function ActionList({
  actions,
  explorerUrl,
}: {
  actions: readonly ActionView[]
  explorerUrl: string | null
}) {
  return (
    <ol className="divide-y border-y">
      {actions.map((action, index) => (
        // Two actions of a proposal may be the very same, and their order is fixed.
        <li key={index} className="grid gap-x-4 gap-y-1 py-3 sm:grid-cols-[1.5rem_minmax(0,1fr)]">
          <span className="text-ink-quiet max-sm:sr-only">{index + 1}.</span>
          <div className="min-w-0">
            <Action action={action} explorerUrl={explorerUrl} />
          </div>
        </li>
      ))}
    </ol>
  )
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

function RawCall({
  action,
  explorerUrl,
}: {
  action: Extract<ActionView, { kind: 'call' }>
  explorerUrl: string | null
}) {
  const { contract, selector, calldata, ethWei, target } = action
  return (
    <>
      <p>
        Calls {contract ?? 'a contract this site does not know'}
        {selector && (
          <>
            , function <span className="font-mono text-small">{selector}</span>
          </>
        )}
        {ethWei > 0n && `, and sends ${exactAmount(ethWei)} ETH`}
      </p>
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
