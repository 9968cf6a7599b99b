import { IntentLink } from '@/components/ui/intent-link'

/** The site's mark (a ring three quarters through) and name. */
export function Brand() {
  return (
    <IntentLink
      href="/"
      aria-label="Livepeer Delegator, overview"
      className="flex items-center gap-2.5 rounded py-2"
    >
      <svg viewBox="0 0 24 24" aria-hidden className="size-6">
        <rect width="24" height="24" rx="6" className="fill-accent" />
        <circle
          cx="12"
          cy="12"
          r="6"
          fill="none"
          strokeWidth="3"
          pathLength="1000"
          strokeDasharray="720 1000"
          transform="rotate(-90 12 12)"
          className="stroke-accent-on"
        />
      </svg>
      <span className="hidden text-body font-semibold tracking-tight whitespace-nowrap md:inline">
        Livepeer Delegator
      </span>
    </IntentLink>
  )
}
