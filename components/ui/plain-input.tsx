import type { ComponentProps } from 'react'
import { inputClasses } from './input-classes'

/** A text field for what no browser should complete, correct or capitalise: addresses, hashes, calldata. */
export function PlainInput({ mono = true, ...props }: ComponentProps<'input'> & { mono?: boolean }) {
  return (
    <input
      {...props}
      type="text"
      autoComplete="off"
      autoCorrect="off"
      autoCapitalize="off"
      spellCheck={false}
      className={`${inputClasses} ${mono ? 'font-mono text-small' : ''}`}
    />
  )
}
