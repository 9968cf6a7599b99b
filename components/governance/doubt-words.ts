import type { LinkDoubt, TextDoubt } from '@/lib/format/look-alikes'

/** What is doubtful about a link, in a phrase behind it. */
export function linkDoubtWords(doubts: readonly LinkDoubt[]): string {
  return doubts
    .map((doubt) => {
      switch (doubt.kind) {
        case 'other-site':
          return `leads to ${doubt.host}, not to ${doubt.named}`
        case 'before-at':
          return `leads to ${doubt.host}; “${doubt.named}” before the @ is no site`
        case 'resembles':
          return `looks like ${doubt.known} and is not`
        case 'mixed-letters':
          return `${doubt.host} mixes letters of several alphabets`
      }
    })
    .join('; ')
}

/** What in a text may be taken for something else, as a sentence. */
export function textDoubtWords(doubt: TextDoubt): string {
  switch (doubt.kind) {
    case 'address':
      return `The address ${doubt.written} looks like ${doubt.known.address}, ${doubt.known.label}, and is another one.`
    case 'no-address':
      return `“${doubt.written}” looks like an address and is none: some of its letters are of another alphabet.`
    case 'mixed-word':
      return `“${doubt.written}” mixes letters of several alphabets: it may not be the word it looks like.`
  }
}
