'use client'

import { IntentLink } from '@/components/ui/intent-link'
import { openReview } from '@/hooks/review-store'
import { useWallet } from '@/hooks/use-wallet'
import type { NextAction } from './next-action'

export interface NextActionControlProps {
  action: NextAction
  orchestratorName: string | null
  className: string
}

/** The next action as what it is: a button that opens its review, or a link to where something is chosen first. */
export function NextActionControl({ action, orchestratorName, className }: NextActionControlProps) {
  const { status, address } = useWallet()
  const { intent } = action
  if (!intent || status !== 'connected' || !address) {
    return (
      <IntentLink href={action.href} title={action.reason} className={className}>
        {action.label}
      </IntentLink>
    )
  }
  return (
    <button
      type="button"
      title={action.reason}
      className={className}
      onClick={() => openReview({ kind: 'new', intent, account: address, orchestratorName })}
    >
      {action.label}
    </button>
  )
}
