'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import type { Address } from 'viem'
import { Button } from '@/components/ui/button'
import { useWatched } from '@/hooks/use-watched'
import { mostWatched, unwatch, watch } from '@/hooks/watch-store'

/** Puts an account on this browser's list, or takes it off: the portfolio shows the list. */
export function WatchToggle({ address }: { address: Address }) {
  const watched = useWatched().some((item) => item === address.toLowerCase())
  const [full, setFull] = useState(false)
  const toggle = () => {
    if (watched) unwatch(address)
    else setFull(!watch(address))
  }
  const Icon = watched ? EyeOff : Eye
  return (
    <>
      <Button
        size="sm"
        className="w-28"
        aria-pressed={watched}
        title={
          full
            ? `This browser watches ${mostWatched} accounts already`
            : 'The portfolio shows watched accounts together. The list stays in this browser.'
        }
        onClick={toggle}
      >
        <Icon aria-hidden />
        {watched ? 'Watched' : 'Watch'}
      </Button>
      <span role="status" className="sr-only">
        {full && `Not added: this browser watches ${mostWatched} accounts already.`}
      </span>
    </>
  )
}
