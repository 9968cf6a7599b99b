'use client'

import { useSyncExternalStore } from 'react'
import { emptyDraft, getDraft, type ProposalDraft, subscribeDraft } from '@/hooks/proposal-draft-store'

/** The proposal that is being written in this browser. */
export function useProposalDraft(): ProposalDraft {
  return useSyncExternalStore(subscribeDraft, getDraft, () => emptyDraft)
}
