/** Line drawings on a 16-pixel grid for islands of the first load, where an icon library would cost more than they do. */
const drawings = {
  up: 'M8 13V3M4 7l4-4 4 4',
  down: 'M8 3v10M4 9l4 4 4-4',
  check: 'M3 8.5 6.5 12 13 4.5',
  open: 'M8 2a6 6 0 1 1 0 12A6 6 0 1 1 8 2',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 1 1 0-9M10.2 10.2 14 14',
  warning: 'M8 2.5 14.5 13.5h-13ZM8 6.5v3.2M8 11.6v.1',
  enter: 'M6.5 2.5h6v11h-6M2 8h7.5M6.8 5l3 3-3 3',
  leave: 'M9.5 2.5h-6v11h6M6.5 8H14M11.2 5l3 3-3 3',
  sun: 'M8 5a3 3 0 1 1 0 6 3 3 0 1 1 0-6M8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3.05 3.05l1.06 1.06M11.9 11.9l1.05 1.05M3.05 12.95l1.06-1.05M11.9 4.1l1.05-1.05',
  moon: 'M13.5 9.6A5.8 5.8 0 1 1 6.4 2.5a4.6 4.6 0 0 0 7.1 7.1Z',
  person: 'M8 2a3 3 0 1 1 0 6 3 3 0 1 1 0-6M2.5 14a5.5 5.5 0 0 1 11 0',
  copy: 'M5.5 5.5h8v8h-8ZM10.5 5.5v-3h-8v8h3',
}

export type GlyphName = keyof typeof drawings

/** A drawing beside words that say the same; assistive technology skips it. */
export function Glyph({ name, className = 'size-4' }: { name: GlyphName; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden
      fill="none"
      stroke="currentColor"
      strokeWidth={1.4}
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeDasharray={name === 'open' ? '2.2 2.5' : undefined}
      className={className}
    >
      <path d={drawings[name]} />
    </svg>
  )
}
