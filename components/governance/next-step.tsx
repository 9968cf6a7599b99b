import { CopyButton } from '@/components/ui/copy-button'
import { Panel } from '@/components/ui/panel'
import type { NextStepView } from '@/lib/data/governance-types'

const words: Readonly<Record<NextStepView['step'], { title: string; meaning: string }>> = {
  queue: {
    title: 'Next: queue it',
    meaning:
      'It passed. Anybody can queue it, and it can be executed at once after that. It moves nothing by itself.',
  },
  execute: {
    title: 'Next: execute it',
    meaning: 'It is queued. Anybody can execute it: all its calls are carried out, or none.',
  },
  cancel: {
    title: 'Cancelling',
    meaning: 'Its proposer can withdraw it until voting opens; nobody else can.',
  },
}

/** What can be done next with a proposal, as a call for any wallet, Safe or terminal. */
export function NextStep({ next }: { next: NextStepView }) {
  const { title, meaning } = words[next.step]
  const cast = `cast send ${next.governor} ${next.calldata}`
  return (
    <Panel title={title}>
      <div className="space-y-3">
        <p className="max-w-text text-ink-quiet">{meaning}</p>
        <details className="text-small">
          <summary className="text-accent-text underline underline-offset-4">
            The call, for a Safe or a terminal
          </summary>
          <dl className="mt-3 space-y-3">
            {[
              { label: 'To: LivepeerGovernor', text: next.governor, what: 'address of the governor' },
              { label: 'Data', text: next.calldata, what: 'calldata' },
              { label: 'With Foundry', text: cast, what: 'command' },
            ].map(({ label, text, what }) => (
              <div key={label}>
                <dt className="flex items-center gap-1 text-ink-quiet">
                  {label} <CopyButton text={text} what={what} />
                </dt>
                <dd className="max-h-40 overflow-y-auto rounded bg-raised p-3 font-mono break-all">{text}</dd>
              </div>
            ))}
          </dl>
        </details>
      </div>
    </Panel>
  )
}
