import { RoundRing } from '@/components/charts/round-ring'
import { FigureLine, FigureLines } from '@/components/ui/figures'
import { Skeleton } from '@/components/ui/skeleton'

const emptyRound = { lengthBlocks: 0, blocksDone: 0, startBlock: 0, lockStartBlock: 0, overdue: false }

/** The round panel's shape: dial and three lines. */
export function RoundSkeleton() {
  return (
    <div className="grid items-center gap-x-10 gap-y-6 sm:grid-cols-[auto_1fr]">
      <div className="justify-self-center">
        <RoundRing round={emptyRound} size="dial" label={null}>
          <span className="text-small text-ink-quiet">Round</span>
          <span className="text-title font-semibold">
            <Skeleton ch={4} />
          </span>
        </RoundRing>
      </div>
      <LinesSkeleton labels={['Blocks', 'Ends', 'Rewards claimed']} />
    </div>
  )
}

/** Figures as lines, with their labels, without their values. */
export function LinesSkeleton({ labels }: { labels: readonly string[] }) {
  return (
    <FigureLines>
      {labels.map((label) => (
        <FigureLine key={label} label={label} value={<Skeleton ch={9} />} />
      ))}
    </FigureLines>
  )
}

/** Ten events without their words. */
export function EventsSkeleton() {
  return (
    <ul className="border-t">
      {Array.from({ length: 10 }, (_, row) => (
        <li key={row} className="border-b py-2.5">
          <Skeleton ch={32} />
          <br />
          <Skeleton ch={14} />
        </li>
      ))}
    </ul>
  )
}
