import type { ReactNode } from 'react'

/** One primitive in one state, with the state's name under it. */
export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div className="flex min-h-10 min-w-0 flex-wrap items-center gap-3">{children}</div>
      <p className="text-small text-ink-quiet">{name}</p>
    </div>
  )
}

/** Specimens side by side where there is room. */
export function Specimens({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  return (
    <div
      className={`grid gap-x-8 gap-y-6 ${wide ? 'lg:grid-cols-2' : 'sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4'}`}
    >
      {children}
    </div>
  )
}
