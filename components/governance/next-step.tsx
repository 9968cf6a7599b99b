import type { Address } from 'viem'
import { NextStepSlot } from '@/components/governance/next-step-slot'
import { OutsideCall } from '@/components/governance/outside-call'
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

/** What can be done next with a proposal: by the wallet, and as a call for any other wallet, Safe or terminal. */
export function NextStep({
  next,
  proposal,
  proposer,
}: {
  next: NextStepView
  /** Decimal id. */
  proposal: string
  proposer: Address
}) {
  const { title, meaning } = words[next.step]
  return (
    <Panel title={title}>
      <div className="space-y-3">
        <p className="max-w-text text-ink-quiet">{meaning}</p>
        <NextStepSlot proposal={proposal} proposer={proposer} step={next.step} />
        <OutsideCall contract="LivepeerGovernor" address={next.governor} calldata={next.calldata} />
      </div>
    </Panel>
  )
}
