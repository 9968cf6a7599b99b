/**
 * Looks of all cells of a list in one place: classes on each cell would be most of the page. Below 640 px a row is a card of
 * two columns, each figure under its label (`data-label`); `data-wide` cells are left out there.
 */
export const cardTableLook = [
  '[&_tbody_tr]:h-12 [&_tbody_tr]:border-b [&_tbody_tr:hover]:bg-raised/60',
  '[&_td]:px-2 [&_td]:whitespace-nowrap [&_td:last-child]:pr-0 [&_td[data-align=end]]:text-right',
  '[&_tbody_th]:pr-2 [&_tbody_th]:text-left [&_tbody_th]:font-normal [&_tbody_th]:whitespace-nowrap',
  'sm:[&_td]:py-1.5 sm:[&_td]:align-top sm:[&_tbody_th]:py-0.5 sm:[&_tbody_th]:align-top',
  'max-sm:block max-sm:[&_tbody]:block max-sm:[&_tbody]:border-t max-sm:[&_tbody_tr]:grid max-sm:[&_tbody_tr]:h-auto max-sm:[&_tbody_tr]:grid-cols-2 max-sm:[&_tbody_tr]:gap-3 max-sm:[&_tbody_tr]:py-4',
  'max-sm:[--name-room:calc(100vw-7rem)] max-sm:[&_tbody_th]:col-span-2 max-sm:[&_tbody_th]:min-w-0 max-sm:[&_tbody_th]:p-0',
  'max-sm:[&_td]:block max-sm:[&_td]:min-w-0 max-sm:[&_td]:p-0 max-sm:[&_td]:whitespace-normal max-sm:[&_td[data-align=end]]:text-left max-sm:[&_td[data-wide]]:hidden',
  'max-sm:[&_td]:before:block max-sm:[&_td]:before:text-small max-sm:[&_td]:before:text-ink-quiet max-sm:[&_td]:before:content-[attr(data-label)]',
].join(' ')
