import { type ListQuery, listHref } from '@/components/orchestrators/list-query'
import { presetQuery, presets } from '@/components/orchestrators/presets'
import { IntentLink } from '@/components/ui/intent-link'

/** Ready-made questions to the list, as links; the one that the list answers now is marked. */
export function ListPresets({ query }: { query: ListQuery }) {
  return (
    <nav aria-label="Presets" className="flex flex-wrap gap-2" data-print="hide">
      {presets.map((preset) => {
        const href = listHref(presetQuery(query, preset))
        const current = href === listHref(query)
        return (
          <IntentLink
            key={preset.label}
            href={href}
            replace
            scroll={false}
            title={preset.meaning}
            aria-current={current ? 'true' : undefined}
            className={`inline-flex h-8 items-center rounded-full border px-3 text-small font-medium ${
              current ? 'border-accent-text text-accent-text' : 'border-line-control hover:bg-raised'
            }`}
          >
            {preset.label}
          </IntentLink>
        )
      })}
    </nav>
  )
}
