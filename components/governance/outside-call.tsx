import type { Address, Hex } from 'viem'
import { CopyButton } from '@/components/ui/copy-button'

/** Longest text shown whole; what is copied is always whole. */
const shownLimit = 20_000

/** A call for a wallet that is not connected here: a Safe, a cold wallet, a terminal. */
export function OutsideCall({
  contract,
  address,
  calldata,
  what = 'calldata',
}: {
  /** Name of the called contract. */
  contract: string
  address: Address
  calldata: Hex
  /** What the calldata is, for the button that copies it. */
  what?: string
}) {
  const lines = [
    { label: `To: ${contract}`, text: address, what: `address of ${contract}` },
    { label: 'Data', text: calldata, what },
    { label: 'With Foundry', text: `cast send ${address} ${calldata}`, what: 'command' },
  ]
  return (
    <details className="text-small">
      <summary className="text-accent-text underline underline-offset-4">
        The call, for a Safe or a terminal
      </summary>
      <dl className="mt-3 space-y-3">
        {lines.map((line) => (
          <div key={line.label}>
            <dt className="flex items-center gap-1 text-ink-quiet">
              {line.label} <CopyButton text={line.text} what={line.what} />
            </dt>
            <dd className="rounded bg-raised p-3 font-mono break-all">
              {line.text.length > shownLimit ? `${line.text.slice(0, shownLimit)}…` : line.text}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
