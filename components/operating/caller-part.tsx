'use client'

import { CopyButton } from '@/components/ui/copy-button'
import { useDraft } from '@/hooks/use-draft'
import { callerForm } from './caller-model'
import { Notes, ReviewButton, reviewAs, TextField } from './form-parts'
import type { OperatorSituation } from './situation'

const notes = [
  'It may call reward for you and do nothing else, so that the key of your stake can stay cold. It pays the network fee. You can go on calling yourself.',
]

/** Who besides the orchestrator may call reward for it: shown, set and taken back. */
export function CallerPart({ situation }: { situation: OperatorSituation }) {
  const [draft, setDraft] = useDraft('')
  const form = callerForm(situation, draft)
  const { address, rewardCaller } = situation.view
  return (
    <>
      <p className="text-small">
        {rewardCaller ? (
          <>
            <span className="text-ink-quiet">Reward caller now: </span>
            <span className="font-mono break-all">{rewardCaller}</span>{' '}
            <CopyButton text={rewardCaller} what="address of the reward caller" />
          </>
        ) : (
          <span className="text-ink-quiet">Only you can call reward now.</span>
        )}
      </p>
      <TextField
        label="Account that may call reward"
        error={form.error}
        value={draft}
        placeholder="0x…"
        onChange={setDraft}
        onEnter={() => reviewAs(address, form.intent)}
      />
      <Notes notes={notes} />
      <ReviewButton account={address} form={form} label="Review reward caller" />
      {form.remove && (
        <ReviewButton small account={address} form={form.remove} label="Take reward caller back" />
      )}
    </>
  )
}
