import type { ReactNode } from 'react'
import { type RoundProgress, ringParts } from '@/components/charts/ring-geometry'

const sizes = {
  /** Beside a word: top bar, unbonding locks, deadlines. */
  mark: { box: 'size-5', radius: 41, width: 16, ticks: false },
  /** In a panel's corner or a list. */
  small: { box: 'size-10', radius: 43, width: 11, ticks: false },
  /** The dial on the overview; its centre takes a figure. */
  dial: { box: 'size-60', radius: 41, width: 7, ticks: true },
} as const

const tenths = Array.from({ length: 50 }, (_, index) => index)

export interface RoundRingProps {
  round: RoundProgress
  size: keyof typeof sizes
  /** The whole meaning in words, read instead of the drawing; null when the text beside the ring says it. */
  label: string | null
  /** Figure in the centre of the dial. */
  children?: ReactNode
}

/**
 * The heartbeat of Livepeer: how far we are through a round, always drawn the same way. Clockwise from twelve; ink is
 * what has passed, amber the tail in which cuts are locked, a hand marks now. A dashed ring is a round that nobody
 * has started yet. Server-rendered, no script.
 */
export function RoundRing({ round, size, label, children }: RoundRingProps) {
  const { box, radius, width, ticks } = sizes[size]
  const { done, lockStart, lockLength } = ringParts(round)
  const arc = { cx: 50, cy: 50, r: radius, fill: 'none', strokeWidth: width, pathLength: 1000 }
  return (
    <span className={`relative inline-block shrink-0 ${box}`}>
      <svg
        viewBox="0 0 100 100"
        className="size-full"
        {...(label === null ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
      >
        <g transform="rotate(-90 50 50)">
          <circle {...arc} className="stroke-ring-track" />
          {lockLength > 0 && !round.overdue && (
            <circle
              {...arc}
              className="stroke-ring-lock"
              strokeDasharray={`${lockLength} 1000`}
              strokeDashoffset={-lockStart}
            />
          )}
          <circle
            {...arc}
            className={round.overdue ? 'stroke-wait' : 'stroke-ink'}
            strokeDasharray={round.overdue ? '28 22' : `${done} 1000`}
          />
          {ticks &&
            tenths.map((tick) => (
              <line
                key={tick}
                x1={tick % 5 === 0 ? 95.5 : 97}
                x2={99.5}
                y1={50}
                y2={50}
                transform={`rotate(${tick * 7.2} 50 50)`}
                className="stroke-line-control"
                strokeWidth={tick % 5 === 0 ? 0.9 : 0.5}
              />
            ))}
          {ticks && !round.overdue && round.lengthBlocks > 0 && (
            <path
              d="M86.2 50 L80.6 47 L80.6 53 Z"
              transform={`rotate(${done * 0.36} 50 50)`}
              className="fill-ink"
            />
          )}
        </g>
      </svg>
      {children && (
        <span className="absolute inset-0 flex flex-col items-center justify-center">{children}</span>
      )}
    </span>
  )
}
