/** Look of text inputs and selects. */
export const inputClasses =
  'h-10 w-full rounded border border-line-control bg-panel px-3 text-body text-ink placeholder:text-ink-quiet ' +
  'aria-invalid:border-loss disabled:cursor-not-allowed disabled:bg-raised disabled:text-ink-quiet'
