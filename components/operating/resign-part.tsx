'use client'

import { ChangeList } from '@/components/staking/change-list'
import { Notes, ReviewButton } from './form-parts'
import type { RegisterSituation } from './register-model'
import { resignForm } from './resign-model'

/** Everything that resigning does, before its review. */
export function ResignPart({ situation }: { situation: RegisterSituation }) {
  const form = resignForm(situation)
  return (
    <>
      <Notes notes={form.notes} />
      <ChangeList changes={form.changes} />
      <ReviewButton account={situation.view.address} form={form} label="Review resignation" />
    </>
  )
}
