import { buttonClasses } from '@/components/ui/button'
import { IntentLink } from '@/components/ui/intent-link'

/** An account without stake, locks or fees: said plainly, with the way in. */
export function EmptyAccount({ hasLpt }: { hasLpt: boolean }) {
  return (
    <div className="border-y py-12">
      <h2 className="text-figure">No stake at this address</h2>
      <p className="max-w-text pt-1 text-ink-quiet">
        It delegates to nobody, unbonds nothing and has no fees to withdraw.{' '}
        {hasLpt
          ? 'Its LPT earns once it is delegated to an orchestrator.'
          : 'To earn, it needs LPT on this chain, delegated to an orchestrator.'}
      </p>
      <p className="pt-5">
        <IntentLink href="/orchestrators" className={buttonClasses()}>
          Choose an orchestrator
        </IntentLink>
      </p>
    </div>
  )
}
