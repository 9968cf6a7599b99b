'use client'

import { useState } from 'react'
import { descriptionOf, titleLimit } from '@/components/governance/propose-model'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { inputClasses } from '@/components/ui/input-classes'
import { Late } from '@/components/ui/late'
import { Skeleton } from '@/components/ui/skeleton'
import type { ProposalDraft } from '@/hooks/proposal-draft-store'
import { parseAuthorText } from '@/lib/format/author-text'

const loadMarkdown = () =>
  import('@/components/governance/author-markdown').then(({ AuthorMarkdown }) => AuthorMarkdown)

/** Title and text of a proposal, with what readers will see of it. */
export function ProposeText({
  draft,
  titleError,
  onChange,
}: {
  draft: ProposalDraft
  titleError: string | null
  onChange(change: Pick<ProposalDraft, 'title'> | Pick<ProposalDraft, 'body'>): void
}) {
  const [preview, setPreview] = useState(false)
  return (
    <section aria-labelledby="propose-text" className="space-y-4">
      <h2 id="propose-text" className="text-figure">
        What it says
      </h2>
      <Field
        label="Title"
        hint={`At most ${titleLimit} characters. Lists of proposals show it.`}
        error={titleError}
      >
        {(control) => (
          <input
            {...control}
            type="text"
            autoComplete="off"
            className={inputClasses}
            value={draft.title}
            onChange={(event) => onChange({ title: event.target.value })}
          />
        )}
      </Field>
      <div className="flex gap-2" role="group" aria-label="Text or preview">
        <Button
          size="sm"
          aria-pressed={!preview}
          variant={preview ? 'quiet' : 'secondary'}
          onClick={() => setPreview(false)}
        >
          Write
        </Button>
        <Button
          size="sm"
          aria-pressed={preview}
          variant={preview ? 'secondary' : 'quiet'}
          onClick={() => setPreview(true)}
        >
          Preview
        </Button>
      </div>
      {preview ? (
        <Preview draft={draft} />
      ) : (
        <Field
          label="Text, in markdown"
          hint="Public, and on chain for good: what it is for, who gets what, how success is measured, and where it was discussed."
        >
          {(control) => (
            <textarea
              {...control}
              rows={14}
              value={draft.body}
              onChange={(event) => onChange({ body: event.target.value })}
              className="w-full rounded border border-line-control bg-panel px-3 py-2 text-body text-ink"
            />
          )}
        </Field>
      )}
    </section>
  )
}

/** The text as the proposal's page will show it. */
function Preview({ draft }: { draft: ProposalDraft }) {
  const { title, body, removed } = parseAuthorText(descriptionOf(draft))
  return (
    <div role="region" aria-label="Preview" className="space-y-4 rounded border p-4">
      <p className="text-title break-words">
        <bdi>{title ?? 'No title yet'}</bdi>
      </p>
      {body === '' ? (
        <p className="text-ink-quiet">Nothing but the title.</p>
      ) : (
        <Late load={loadMarkdown} props={{ source: body }} fallback={<Skeleton ch={40} />} />
      )}
      {removed > 0 && (
        <p className="text-small text-ink-quiet">
          Hidden characters in this text are not shown to readers, but they are part of what is proposed.
          Remove them if they are not meant.
        </p>
      )}
    </div>
  )
}
