import { SideLabel, shownSides } from '@/components/governance/sides'
import { cliStepsOf } from '@/components/transaction/cli-words'
import { CopyButton } from '@/components/ui/copy-button'
import type { VoteCallsView } from '@/lib/data/governance-types'

/** How to vote without this page's wallet: by a Safe, from a terminal, with a node. Part of the page itself, no script needed. */
export function VoteElsewhere({ to, contract, calls, withReason }: VoteCallsView) {
  const steps = cliStepsOf(contract === 'Poll' ? 'votePoll' : 'castVote', contract)
  return (
    <details className="px-5 pt-4 text-small" data-print="hide">
      <summary className="w-fit text-accent-text underline underline-offset-4">
        Vote from a Safe or a terminal
      </summary>
      <div className="space-y-4 pt-3">
        <p className="text-ink-quiet">
          A vote counts for the account that sends it, with that account’s own power. Stake held by a Safe
          votes by a transaction of the Safe itself; what one of its owners sends counts for the owner alone.
        </p>
        <Code label={contract === 'Poll' ? 'To: this poll' : `To: ${contract}`} text={to} />
        {shownSides
          .flatMap((shown) => calls.filter(({ side }) => side === shown))
          .map(({ side, data, cast }) => (
            <div key={side} className="space-y-2">
              <p className="font-medium">
                <SideLabel side={side} />
              </p>
              <Code label="Data" what={`data of a vote ${side}`} text={data} />
              <Code label="With Foundry’s cast" what={`command of a vote ${side}`} text={cast} />
            </div>
          ))}
        {withReason && <Code label="For, with a reason" text={withReason} />}
        {steps && (
          <div className="space-y-1">
            <p className="text-ink-quiet">With livepeer_cli, on a node that holds the account</p>
            <ol className="list-decimal pl-5">
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </div>
        )}
      </div>
    </details>
  )
}

function Code({ label, text, what = label }: { label: string; text: string; what?: string }) {
  return (
    <div>
      <p className="flex items-center gap-1 text-ink-quiet">
        {label} <CopyButton text={text} what={what} />
      </p>
      <p className="rounded bg-raised px-3 py-2 font-mono break-all">{text}</p>
    </div>
  )
}
