'use client'

import { ChangeList } from '@/components/staking/change-list'
import { useDraft } from '@/hooks/use-draft'
import type { Registry } from '@/lib/contracts/call'
import { ReviewButton, reviewAs, TextField } from './form-parts'
import { serviceForm, serviceUriOf } from './service-model'
import type { OperatorSituation } from './situation'

const words: Readonly<Record<Registry, { label: string; review: string; remove: string }>> = {
  ServiceRegistry: {
    label: 'Service address',
    review: 'Review service address',
    remove: 'Remove service address',
  },
  AIServiceRegistry: {
    label: 'AI service address',
    review: 'Review AI service address',
    remove: 'Remove AI service address',
  },
}

/** Where gateways reach the node, in one of the two registries: as published, set and taken back. */
export function ServicePart({ situation, registry }: { situation: OperatorSituation; registry: Registry }) {
  const [draft, setDraft] = useDraft<string | null>(null)
  const form = serviceForm(situation, registry, draft)
  const { address } = situation.view
  const { label, review, remove } = words[registry]
  return (
    <div className="space-y-3">
      <TextField
        label={label}
        hint={`On chain now: ${serviceUriOf(situation, registry) ?? 'none'}`}
        error={form.error}
        value={form.text}
        placeholder="https://node.example:8935"
        onChange={setDraft}
        onEnter={() => reviewAs(address, form.intent)}
      />
      <ChangeList changes={form.changes} />
      <ReviewButton account={address} form={form} label={review} />
      {form.remove && <ReviewButton small account={address} form={form.remove} label={remove} />}
    </div>
  )
}
