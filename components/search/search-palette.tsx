'use client'

import * as Dialog from '@radix-ui/react-dialog'
import { CircleAlert, CornerDownLeft, Search as SearchIcon, X } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, type MouseEvent, useId, useState } from 'react'
import { type PaletteItem, paletteSections } from '@/components/search/palette-sections'
import { forgetRecent, isRemembered, keepRecent, readRecent } from '@/components/search/recent'
import { ResultLine } from '@/components/search/result-line'
import { countWords, explorerHref, gapWords, nothingWords } from '@/components/search/result-words'
import { Button } from '@/components/ui/button'
import { useSearch } from '@/hooks/use-search'
import { useWallet } from '@/hooks/use-wallet'
import { readPublicConfig } from '@/lib/network/public-config'
import { cleanText } from '@/lib/search/fold'
import { searchWithoutSources } from '@/lib/search/without-sources'

const panel =
  'fixed inset-0 z-50 flex animate-fade-in flex-col bg-panel sm:inset-x-auto sm:top-[12vh] sm:bottom-auto sm:left-1/2 ' +
  'sm:max-h-[70vh] sm:w-[calc(100vw-2rem)] sm:max-w-xl sm:-translate-x-1/2 sm:rounded-lg sm:shadow-float'

/**
 * Search over the page: type, go through what is found with the arrow keys, open it with Enter. Radix is not in the first load:
 * import this file with `import()` only.
 */
export function SearchPalette({ onClose }: { onClose: () => void }) {
  const router = useRouter()
  const id = useId()
  const { address } = useWallet()
  const [typed, setTyped] = useState('')
  const [recent, setRecent] = useState(readRecent)
  const [chosen, setChosen] = useState({ text: '', place: 0 })
  const text = cleanText(typed)
  const search = useSearch(text)
  const view = search.view ?? searchWithoutSources(text)
  const sections = paletteSections(view, { account: address, recent })
  const items = sections.flatMap((section) => section.items)
  const place = chosen.text === text ? Math.min(chosen.place, Math.max(0, items.length - 1)) : 0
  const settled = search.state !== 'asking'
  const explorer = explorerHref(text, readPublicConfig().explorerUrl)
  const optionId = (index: number) => `${id}-${index}`

  const choose = (next: number) => {
    setChosen({ text, place: next })
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' })
  }
  const open = ({ words, result }: PaletteItem) => {
    if (result && isRemembered(result)) keepRecent({ href: words.href, kind: words.kind, title: words.title })
    router.push(words.href)
    onClose()
  }
  const onKey = (event: KeyboardEvent) => {
    const last = items.length - 1
    if (event.nativeEvent.isComposing || last < 0) return
    if (event.key === 'ArrowDown') choose(place === last ? 0 : place + 1)
    else if (event.key === 'ArrowUp') choose(place === 0 ? last : place - 1)
    else if (event.key === 'Enter') {
      const item = items[place]
      // What was found for an earlier text is not what is meant.
      if (item && settled) open(item)
    } else return
    event.preventDefault()
  }
  const onClick = (event: MouseEvent, item: PaletteItem) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    open(item)
  }

  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-fade-in bg-scrim" />
        <Dialog.Content className={panel} aria-describedby={undefined}>
          <Dialog.Title className="sr-only">Search</Dialog.Title>
          <div className="flex items-center gap-3 border-b pr-2 pl-4">
            <SearchIcon aria-hidden className="size-4 shrink-0 text-ink-quiet" />
            <input
              role="combobox"
              aria-label="Search for"
              aria-expanded={items.length > 0}
              aria-controls={`${id}-list`}
              aria-autocomplete="list"
              aria-activedescendant={items.length > 0 ? optionId(place) : undefined}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={onKey}
              placeholder="Address, name, LIP, proposal, transaction"
              autoComplete="off"
              autoCapitalize="off"
              autoCorrect="off"
              spellCheck={false}
              enterKeyHint="go"
              className="h-13 min-w-0 flex-1 bg-transparent text-body text-ink outline-none placeholder:text-ink-quiet"
            />
            <Dialog.Close
              aria-label="Close"
              className="inline-flex size-9 shrink-0 items-center justify-center rounded hover:bg-raised"
            >
              <X aria-hidden className="size-4" />
            </Dialog.Close>
          </div>
          <div
            role="region"
            aria-label="What was found"
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls has to be reachable by keyboard
            tabIndex={0}
            className="min-h-0 flex-1 overflow-y-auto overscroll-contain py-2 focus-visible:-outline-offset-2 sm:min-h-48"
          >
            {search.state === 'failed' && <Note words={`The sources could not be asked: ${search.reason}`} />}
            {view.gaps.map((gap) => (
              <Note key={gap.of} words={gapWords(gap)} />
            ))}
            <div id={`${id}-list`} role="listbox" aria-label="Results" aria-busy={!settled}>
              {sections.map((section) => (
                <div key={section.label} role="group" aria-label={section.label}>
                  <p aria-hidden className="px-4 pt-2 pb-1 text-small text-ink-quiet">
                    {section.label}
                  </p>
                  {section.items.map((item) => {
                    const index = items.indexOf(item)
                    return (
                      <a
                        key={`${item.words.kind} ${item.words.href}`}
                        id={optionId(index)}
                        role="option"
                        aria-selected={index === place}
                        href={item.words.href}
                        tabIndex={-1}
                        onClick={(event) => onClick(event, item)}
                        onMouseMove={() => index !== place && setChosen({ text, place: index })}
                        className="mx-2 flex rounded px-2 py-2 aria-selected:bg-raised"
                      >
                        <PaletteLine item={item} />
                      </a>
                    )
                  })}
                </div>
              ))}
            </div>
            {settled && items.length === 0 && (
              <p className="px-4 py-6 text-ink-quiet">{nothingWords(text)}</p>
            )}
          </div>
          <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 border-t px-4 py-1.5 text-small text-ink-quiet">
            <p role="status">{!settled ? 'Searching…' : text === '' ? 'Type to search' : countWords(view)}</p>
            {explorer ? (
              <a href={explorer} rel="noreferrer" className="text-accent-text underline">
                Block explorer
              </a>
            ) : text === '' && recent.length > 0 ? (
              <Button
                size="sm"
                variant="quiet"
                onClick={() => {
                  forgetRecent()
                  setRecent([])
                }}
              >
                Forget what was opened
              </Button>
            ) : (
              <span aria-hidden className="flex items-center gap-1.5 max-sm:hidden">
                <CornerDownLeft className="size-3.5" /> opens
              </span>
            )}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function PaletteLine({ item: { words, result } }: { item: PaletteItem }) {
  if (result) return <ResultLine result={result} words={words} />
  return (
    <span className="flex w-full min-w-0 items-baseline justify-between gap-3">
      <span dir="auto" className="min-w-0 truncate font-medium text-ink">
        {words.title}
      </span>
      <span className="shrink-0 text-small text-ink-quiet">{words.kind}</span>
    </span>
  )
}

function Note({ words }: { words: string }) {
  return (
    <p className="mx-4 my-1 flex gap-2 rounded bg-wait-soft px-3 py-2 text-small text-ink">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-wait" />
      <span>{words}</span>
    </p>
  )
}
