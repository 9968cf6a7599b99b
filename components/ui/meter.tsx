/**
 * A part of a whole as a thin bar, with an optional mark for a target. Beside figures that say the same, so it has a
 * name but no text.
 */
export function Meter({ partP9, markP9, label }: { partP9: bigint; markP9?: bigint; label: string }) {
  const percent = (pointsP9: bigint) =>
    Number((pointsP9 > 1_000_000_000n ? 1_000_000_000n : pointsP9) / 1_000_000n) / 10
  return (
    <svg
      role="img"
      aria-label={`${label}: ${percent(partP9)} percent${markP9 === undefined ? '' : `, mark at ${percent(markP9)} percent`}`}
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      className="h-2 w-full min-w-16 flex-1"
    >
      <rect x={0} y={2} width={100} height={4} className="fill-ring-track" />
      <rect x={0} y={2} width={percent(partP9)} height={4} className="fill-ink" />
      {markP9 !== undefined && (
        <g>
          {[
            { width: 6, look: 'stroke-ground' },
            { width: 2, look: 'stroke-ink' },
          ].map(({ width, look }) => (
            <line
              key={look}
              x1={percent(markP9)}
              x2={percent(markP9)}
              y1={0}
              y2={8}
              vectorEffect="non-scaling-stroke"
              strokeWidth={width}
              className={look}
            />
          ))}
        </g>
      )}
    </svg>
  )
}
