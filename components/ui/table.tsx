import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps, ReactNode } from 'react'

/*
 * Parts of data tables. Lines, not boxes; figures right-aligned; the head sticks under the top bar where the table is
 * not in a scroller of its own, the first column sticks where it is. No tailwind-merge: islands import this.
 */

const cell = cva('px-3 align-middle first:pl-0 last:pr-0', {
  variants: {
    align: { start: 'text-left', end: 'text-right', center: 'text-center' },
    stuck: { true: 'sticky left-0 z-10 bg-ground pr-4', false: '' },
  },
  defaultVariants: { align: 'start', stuck: false },
})

/** Scrolls sideways between 640 and 1280 px, so that the page never does; focusable, so that keys can scroll it. */
export function TableScroller({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div
      role="region"
      aria-label={label}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys must be able to scroll it
      tabIndex={0}
      className="relative overflow-x-auto xl:overflow-visible"
    >
      {children}
    </div>
  )
}

export function Table({ className = '', ...props }: ComponentProps<'table'>) {
  return <table className={`w-full border-collapse ${className}`} {...props} />
}

export function HeadCell({
  align,
  stuck,
  className,
  ...props
}: Omit<ComponentProps<'th'>, 'align'> & VariantProps<typeof cell>) {
  return (
    <th
      scope="col"
      className={cell({
        align,
        stuck,
        className: `h-10 border-b bg-ground text-small font-medium text-ink-quiet whitespace-nowrap xl:sticky xl:top-14 xl:z-20 ${className ?? ''}`,
      })}
      {...props}
    />
  )
}

export function RowHeadCell({
  align,
  stuck,
  className,
  ...props
}: Omit<ComponentProps<'th'>, 'align'> & VariantProps<typeof cell>) {
  return (
    <th
      scope="row"
      className={cell({ align, stuck, className: `font-normal ${className ?? ''}` })}
      {...props}
    />
  )
}

export function Cell({
  align,
  stuck,
  className,
  ...props
}: Omit<ComponentProps<'td'>, 'align'> & VariantProps<typeof cell>) {
  return <td className={cell({ align, stuck, className })} {...props} />
}

export const rowClasses = 'h-11 border-b hover:bg-raised/60'
