import { Skeleton } from '@/components/ui/skeleton'

/** Rows of a list to come. */
export function ListSkeleton({ rows }: { rows: number }) {
  return (
    <div className="border-t">
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="flex h-11 items-center justify-between gap-6 border-b">
          <Skeleton ch={18} />
          <Skeleton ch={12} />
          <Skeleton ch={6} className="hidden sm:inline-flex" />
          <Skeleton ch={6} className="hidden sm:inline-flex" />
          <Skeleton ch={8} className="hidden lg:inline-flex" />
        </div>
      ))}
    </div>
  )
}
