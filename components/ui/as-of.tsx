import type { AsOf, SourceName, SourceNote } from '@/lib/data/types'
import { formatDateTime } from '@/lib/format/date'
import { formatInteger } from '@/lib/format/number'

const names: Record<SourceName, string> = { chain: 'chain', subgraph: 'index' }

function note(source: SourceNote, head: AsOf): string {
  const name = names[source.source]
  if (source.state === 'failed') return `${name} failed`
  if (source.state === 'missing') return `${name} not set up`
  if (source.block === head.block) return name
  const behind = head.block - source.block
  return behind > 0
    ? `${name} ${formatInteger(behind)} ${behind === 1 ? 'block' : 'blocks'} behind`
    : `${name} at block ${formatInteger(source.block)}`
}

/** The line under a panel: block and chain time its figures stand for, and each source behind them. */
export function AsOfLine({ asOf }: { asOf: AsOf }) {
  return (
    <p>
      As of block <data value={asOf.block}>{formatInteger(asOf.block)}</data>,{' '}
      <time dateTime={new Date(asOf.timestamp * 1000).toISOString()}>{formatDateTime(asOf.timestamp)}</time>.
      Source: {asOf.sources.map((source) => note(source, asOf)).join(', ')}.
    </p>
  )
}
