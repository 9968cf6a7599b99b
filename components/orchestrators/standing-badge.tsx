import { standingWords } from '@/components/orchestrators/standing'
import { Badge } from '@/components/ui/badge'
import { Glyph } from '@/components/ui/glyph'
import type { Standing } from '@/lib/data/types'

/** Next-round standing: plain where all is well, marked where somebody should look. */
export function StandingBadge({ standing }: { standing: Standing }) {
  const { label, meaning } = standingWords[standing]
  if (standing === 'in') {
    return (
      <span className="text-ink-quiet" title={meaning}>
        {label}
      </span>
    )
  }
  return (
    <span title={meaning}>
      {standing === 'edge' && (
        <Badge tone="wait">
          <Glyph name="warning" /> {label}
        </Badge>
      )}
      {standing === 'leaving' && (
        <Badge tone="loss">
          <Glyph name="leave" /> {label}
        </Badge>
      )}
      {standing === 'joining' && (
        <Badge tone="info">
          <Glyph name="enter" /> {label}
        </Badge>
      )}
      {(standing === 'outside' || standing === 'unregistered') && <Badge tone="outline">{label}</Badge>}
    </span>
  )
}
