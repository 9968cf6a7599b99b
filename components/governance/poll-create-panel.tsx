'use client'

import { useEffect, useState } from 'react'
import { OutsideCall } from '@/components/governance/outside-call'
import { createReason, creatorWords, publishReason } from '@/components/governance/poll-create-model'
import {
  checkContentId,
  type Done,
  documentOf,
  fetchLip,
  publishText,
} from '@/components/governance/publish-text'
import { Button } from '@/components/ui/button'
import { ButtonWithReason } from '@/components/ui/button-with-reason'
import { CopyButton } from '@/components/ui/copy-button'
import { Field } from '@/components/ui/field'
import { inputClasses } from '@/components/ui/input-classes'
import { Notice } from '@/components/ui/notice'
import { pollCreatorPath } from '@/hooks/ballot-store'
import { openReview } from '@/hooks/review-store'
import { useBallot } from '@/hooks/use-ballot'
import { useWallet } from '@/hooks/use-wallet'
import { createPollCall } from '@/lib/contracts/calls/create-poll'
import type { LipTextView } from '@/lib/data/authoring-types'
import type { Failure } from '@/lib/data/types'
import { contentIds } from '@/lib/ipfs/content-ids'
import { readPublicConfig } from '@/lib/network/public-config'

export interface PollCreatePanelProps {
  lip: string
  /** Commit of the text that the page shows. */
  commit: string
  /** Whether this copy of the site can pin texts. */
  canPin: boolean
}

/** What was published, and that it was checked here. */
interface Published {
  cid: string
  commit: string
}

/** Publishes the text of a LIP, checks its content id, and makes the poll. */
export function PollCreatePanel({ lip, commit, canPin }: PollCreatePanelProps) {
  const wallet = useWallet()
  const followed = useBallot(wallet.address ? pollCreatorPath(wallet.address) : null)
  const [text, setText] = useState<Done<LipTextView> | null>(null)
  const [published, setPublished] = useState<Published | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  useEffect(() => {
    let gone = false
    void fetchLip(lip, commit).then((answer) => {
      if (!gone) setText(answer)
    })
    return () => {
      gone = true
    }
  }, [lip, commit])
  const creator = followed?.state === 'known' ? followed.view : null
  const known = text?.ok ? text.value : null
  const state = {
    wallet,
    creator,
    textKnown: known !== null,
    busy: busy !== null,
    cid: published?.cid ?? null,
  }

  /** Takes over a content id once it is proven to be of the text shown. */
  const take = async (view: LipTextView, cid: string) => {
    setBusy('Checking the content id against the text…')
    const checked = await checkContentId(cid, view)
    if (checked.ok) setPublished({ cid, commit: checked.value })
    else setFailure(checked)
  }
  const run = (act: (view: LipTextView) => Promise<void>) => {
    if (!known || busy !== null) return
    setFailure(null)
    act(known)
      .catch(() =>
        setFailure({ reason: 'Something went wrong on this page.', next: 'Reload it and try again.' }),
      )
      .finally(() => setBusy(null))
  }
  const publish = () =>
    run(async (view) => {
      if (!wallet.address) return
      setBusy('Your wallet asks you to sign a message…')
      const pinned = await publishText(wallet.address, view)
      if (pinned.ok) await take(view, pinned.value)
      else setFailure(pinned)
    })
  const review = () => {
    if (published && wallet.address)
      openReview({
        kind: 'new',
        intent: { verb: 'createPoll', cid: published.cid },
        account: wallet.address,
        orchestratorName: null,
      })
  }
  return (
    <section
      aria-label="Create the poll"
      className="space-y-5 rounded-lg bg-panel p-5 shadow-float"
      data-print="hide"
    >
      <p className="text-figure font-semibold">Create the poll</p>
      {text && !text.ok && (
        <Notice tone="wait" title={text.reason} role="status">
          {text.next}
        </Notice>
      )}
      {followed?.state === 'failed' && (
        <Notice tone="wait" title={followed.reason} role="status">
          {followed.next}
        </Notice>
      )}
      {creator && <Standing words={creatorWords(creator)} />}
      {!wallet.address && (
        <div className="space-y-1">
          <Button variant="primary" wide onClick={wallet.connect} aria-busy={wallet.status === 'connecting'}>
            Connect wallet to create it
          </Button>
          <p className="text-small text-ink-quiet">Nothing is sent before you have reviewed it.</p>
        </div>
      )}
      <div className="space-y-2">
        <h3 className="font-medium">1. Publish the text</h3>
        {published ? (
          <PublishedNote published={published} commit={commit} />
        ) : canPin ? (
          <>
            <p className="text-small text-ink-quiet">
              The site keeps exactly the text shown here on IPFS. Your wallet signs a message that proves you
              may create polls: no transaction, no cost.
            </p>
            {wallet.address && (
              <ButtonWithReason wide reason={publishReason(state)} onClick={publish}>
                Publish the text
              </ButtonWithReason>
            )}
          </>
        ) : (
          <p className="text-small text-ink-quiet">
            This copy of the site cannot publish texts. Pin the document below yourself, then paste its
            content id.
          </p>
        )}
        {busy && (
          <p className="text-small text-ink-quiet" role="status">
            {busy}
          </p>
        )}
        {failure && (
          <Notice tone="loss" title={failure.reason} role="alert">
            {failure.next}
          </Notice>
        )}
        {!published &&
          (known ? (
            <Paste
              text={known}
              open={!canPin}
              busy={busy !== null}
              onPaste={(cid) => run((view) => take(view, cid))}
            />
          ) : (
            // As high as what comes when the text is there.
            <p aria-hidden className="text-small">
              {'\u00a0'}
            </p>
          ))}
      </div>
      <div className="space-y-2">
        <h3 className="font-medium">2. Create it</h3>
        {wallet.address && (
          <ButtonWithReason variant="primary" size="lg" wide reason={createReason(state)} onClick={review}>
            Review poll
          </ButtonWithReason>
        )}
        {published && <CreateCall cid={published.cid} />}
        {!wallet.address && !published && (
          <p className="text-small text-ink-quiet">
            Once the text is published, the call is also here for a Safe or a terminal.
          </p>
        )}
      </div>
    </section>
  )
}

function Standing({ words }: { words: ReturnType<typeof creatorWords> }) {
  return (
    <Notice tone={words.may ? 'info' : 'wait'} title={words.title} role="status">
      {words.next}
    </Notice>
  )
}

function PublishedNote({ published, commit }: { published: Published; commit: string }) {
  return (
    <Notice tone="info" title="The text is on IPFS." role="status">
      <span className="font-mono break-all">{published.cid}</span>{' '}
      <CopyButton text={published.cid} what="content id" /> Its content id was worked out from the text here,
      byte for byte.
      {published.commit !== commit &&
        ` It names the earlier commit ${published.commit.slice(0, 8)}, whose text is the same.`}
    </Notice>
  )
}

/** A content id of a text pinned elsewhere, with the document to pin. */
function Paste({
  text,
  open,
  busy,
  onPaste,
}: {
  text: LipTextView
  open: boolean
  busy: boolean
  onPaste(cid: string): void
}) {
  const [cid, setCid] = useState('')
  const document = documentOf(text)
  const expected = contentIds(new TextEncoder().encode(document)).v0
  const typed = cid.trim()
  return (
    <details open={open} className="text-small">
      <summary className="text-accent-text underline underline-offset-4">Paste a content id instead</summary>
      <div className="space-y-3 pt-3">
        <Field
          label="The document to pin, byte for byte"
          aside={<CopyButton text={document} what="document to pin" />}
        >
          {(control) => (
            <textarea
              {...control}
              readOnly
              rows={4}
              value={document}
              className="w-full rounded bg-raised p-3 font-mono text-small break-all text-ink"
            />
          )}
        </Field>
        <p className="text-ink-quiet">
          Pinned as one file it gets <span className="font-mono break-all">{expected}</span>
        </p>
        <Field label="Content id">
          {(control) => (
            <input
              {...control}
              type="text"
              autoComplete="off"
              spellCheck={false}
              className={`${inputClasses} font-mono text-small`}
              value={cid}
              onChange={(event) => setCid(event.target.value)}
            />
          )}
        </Field>
        <ButtonWithReason
          size="sm"
          reason={busy ? 'One moment.' : typed === '' ? 'Paste a content id first.' : null}
          onClick={() => onPaste(typed)}
        >
          Check content id
        </ButtonWithReason>
      </div>
    </details>
  )
}

function CreateCall({ cid }: { cid: string }) {
  const { contracts } = readPublicConfig()
  if (!contracts?.PollCreator) return null
  const call = createPollCall({ verb: 'createPoll', cid }, contracts)
  return <OutsideCall contract="PollCreator" address={call.address} calldata={call.data} />
}
