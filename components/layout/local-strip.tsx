import { LocalPanelSlot } from '@/components/layout/local-panel-slot'

/**
 * A strip above the page that says that this is play money, with the button of the local network's panel: in the flow, so that it
 * covers nothing, and as high as it will be. Drawn on NETWORK=local only, so nothing of it is downloaded elsewhere.
 */
export function LocalStrip() {
  return (
    <aside aria-label="Play money" className="border-b bg-raised text-small" data-print="hide">
      <div className="mx-auto flex h-11 max-w-content items-center justify-between gap-3 px-4 sm:px-6">
        <p className="text-ink-quiet">Play money on this machine.</p>
        <LocalPanelSlot />
      </div>
    </aside>
  )
}
