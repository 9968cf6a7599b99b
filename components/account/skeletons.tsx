import { BigFigure, FigureRow } from '@/components/ui/figures'
import { Skeleton } from '@/components/ui/skeleton'

/** The big figures of an account, without their values. */
export function FiguresSkeleton({ labels }: { labels: readonly string[] }) {
  return (
    <FigureRow>
      {labels.map((label) => (
        <BigFigure key={label} label={label} value={<Skeleton ch={10} />} note={<Skeleton ch={14} />} />
      ))}
    </FigureRow>
  )
}
