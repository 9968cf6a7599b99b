/**
 * A place kept for text that comes later: as tall as the line it stands in (`1lh`), as wide as `ch` figures, so
 * nothing moves when the text arrives. The container says in words that it is loading.
 */
export function Skeleton({ ch, className = '' }: { ch: number; className?: string }) {
  return (
    <span
      aria-hidden
      className={`inline-flex h-[1lh] max-w-full items-center align-top ${className}`}
      style={{ width: `${ch}ch` }}
    >
      <span className="h-[0.7em] w-full animate-skeleton-pulse rounded-sm bg-raised" />
    </span>
  )
}
