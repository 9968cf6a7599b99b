'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { inputClasses } from '@/components/ui/input-classes'
import { mostWatched, watch } from '@/hooks/watch-store'
import { parseAddress } from '@/lib/format/address-checksum'

const refusals = {
  'not-an-address': 'Enter a whole address: 0x and 40 characters.',
  'bad-checksum': 'The letter case does not add up, so a character is wrong. Copy the address again.',
} as const

/** Adds an account to the list of this browser. */
export function PortfolioAdd() {
  const [text, setText] = useState('')
  const [error, setError] = useState<string | null>(null)
  const add = () => {
    const parsed = parseAddress(text.trim())
    if (!parsed.ok) return setError(refusals[parsed.reason])
    if (!watch(parsed.address))
      return setError(`The list holds ${mostWatched} accounts at most. Remove one first.`)
    setText('')
    setError(null)
  }
  return (
    <form
      className="max-w-text"
      data-print="hide"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <Field label="Add an account" hint="Its address. Or press Watch on the account’s page." error={error}>
        {(control) => (
          <div className="flex gap-2">
            <input
              {...control}
              value={text}
              onChange={(event) => {
                setText(event.target.value)
                setError(null)
              }}
              placeholder="0x…"
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              className={`${inputClasses} font-mono`}
            />
            <Button type="submit">Add</Button>
          </div>
        )}
      </Field>
    </form>
  )
}
