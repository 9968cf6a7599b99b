/** Characters that take no room: pasted along from pages and chats. */
const unseen = /[\p{Cf}\p{Cc}]/gu

/** A text somebody typed or pasted, in one line and without what nobody sees; of bounded length. */
export function cleanText(text: string): string {
  return text.slice(0, 512).replace(/\s+/g, ' ').replace(unseen, '').trim().slice(0, 256)
}

/** A text as search compares it: one letter case, no accents, one blank between words. */
export function fold(text: string): string {
  return text
    .replace(unseen, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}
