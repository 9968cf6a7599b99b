import { textDoubtWords } from '@/components/governance/doubt-words'
import { Notice } from '@/components/ui/notice'
import { type KnownAddress, textDoubts } from '@/lib/format/look-alikes'
import { countOf } from '@/lib/format/number'

/** What in a stranger's text may be taken for something else, above that text; nothing where nothing is. */
export function TextDoubts({
  text,
  hiddenCharacters,
  known,
}: {
  /** Everything that is shown of it, title included. */
  text: string
  /** Characters that were taken out of it because nobody would see them. */
  hiddenCharacters: number
  /** Addresses that one in the text may be mistaken for. */
  known: readonly KnownAddress[]
}) {
  const doubts = textDoubts(text, known)
  const hidden =
    hiddenCharacters === 0
      ? null
      : `${countOf(hiddenCharacters, 'hidden character')} ${
          hiddenCharacters === 1 ? 'was' : 'were'
        } taken out of this text: nobody sees them, and they can change how it reads.`
  if (doubts.length === 0) return hidden && <p className="text-small text-ink-quiet">{hidden}</p>
  return (
    <Notice tone="loss" title="Not everything in this text is what it looks like">
      <ul className="space-y-1 break-words">
        {doubts.map((doubt) => (
          <li key={doubt.written}>
            <bdi>{textDoubtWords(doubt)}</bdi>
          </li>
        ))}
        {hidden && <li>{hidden}</li>}
      </ul>
    </Notice>
  )
}
