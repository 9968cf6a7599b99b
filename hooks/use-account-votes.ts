'use client'

import { useEffect, useState } from 'react'
import type { Address } from 'viem'
import { decodeLoaded } from '@/hooks/decode-loaded'
import { useFinishedReviews } from '@/hooks/use-finished-reviews'
import type { AccountVotesView } from '@/lib/data/account-votes'

/** `failed`: not known now, never "has not voted". */
export type AccountVotes = { state: 'known'; votes: AccountVotesView } | { state: 'failed'; reason: string }

interface Request {
  key: string
  answer: Promise<AccountVotes>
  askedAt: number
}

const keptMs = 15_000
let newest: Request | null = null

async function ask(account: Address): Promise<AccountVotes> {
  const unreachable: AccountVotes = { state: 'failed', reason: 'Your votes could not be read.' }
  try {
    const response = await fetch(`/api/v1/accounts/${account.toLowerCase()}/votes`, { cache: 'no-store' })
    const loaded = decodeLoaded<AccountVotesView>(await response.text())
    if (!loaded) return unreachable
    return 'value' in loaded
      ? { state: 'known', votes: loaded.value }
      : { state: 'failed', reason: loaded.reason }
  } catch {
    return unreachable
  }
}

/** One request for all rows of a list. */
function shared(account: Address, finished: number): Promise<AccountVotes> {
  const key = `${account} ${finished}`
  if (newest?.key !== key || Date.now() - newest.askedAt > keptMs)
    newest = { key, answer: ask(account), askedAt: Date.now() }
  return newest.answer
}

/** An account's votes, asked for once for all who use it, and again after each action that was mined; null until known. */
export function useAccountVotes(account: Address | null): AccountVotes | null {
  const finished = useFinishedReviews()
  const [known, setKnown] = useState<{ account: Address; votes: AccountVotes } | null>(null)
  useEffect(() => {
    if (!account) return
    let gone = false
    void shared(account, finished).then((votes) => {
      if (!gone) setKnown({ account, votes })
    })
    return () => {
      gone = true
    }
  }, [account, finished])
  return known !== null && known.account === account ? known.votes : null
}
