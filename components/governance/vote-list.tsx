import { AccountLink } from '@/components/governance/account-link'
import { type Side, SideLabel } from '@/components/governance/sides'
import { Amount } from '@/components/ui/amount'
import { Pager, pageFrom } from '@/components/ui/pager'
import type { VoteView } from '@/lib/data/governance-types'
import { loadNames } from '@/lib/ens/names'
import { fixedAmount } from '@/lib/format/amount'
import { formatDateTime } from '@/lib/format/date'
import { formatInteger } from '@/lib/format/number'
import { formatPercent } from '@/lib/format/percent'
import { sameAddress } from '@/lib/protocol/types'

/** A vote as the list shows it. */
export interface ListedVote extends VoteView {
  side: Side
  reason?: string | null
}

export interface VoteListProps {
  votes: readonly ListedVote[]
  /** Sum of all counted votes, wei. */
  totalWei: bigint
  /** Path of the page the list stands on. */
  path: string
  /** `page` of its URL. */
  page: string | null
  explorerUrl: string | null
}

const rowsPerPage = 100

/** Who voted how, with what weight, and why: the weightiest first. Overrides are taken off and shown. */
export async function VoteList({ votes, totalWei, path, page: asked, explorerUrl }: VoteListProps) {
  if (votes.length === 0) {
    return <p className="border-y py-8 text-center text-ink-quiet">Nobody has voted.</p>
  }
  const page = pageFrom(asked, votes.length, rowsPerPage)
  const rows = votes.slice((page - 1) * rowsPerPage, page * rowsPerPage)
  const names = await loadNames(rows.map(({ voter }) => voter))
  return (
    <>
      <ul className="border-t">
        {rows.map((vote) => (
          <VoteRow
            key={vote.voter}
            vote={vote}
            name={names.get(vote.voter.toLowerCase()) ?? null}
            totalWei={totalWei}
            explorerUrl={explorerUrl}
          />
        ))}
      </ul>
      <Pager
        of="votes"
        page={page}
        rowsPerPage={rowsPerPage}
        rows={votes.length}
        hrefOf={(to) => `${path}${to === 1 ? '' : `?page=${to}`}#votes`}
      />
      <p className="pt-3 text-small text-ink-quiet">
        <a
          href={`${path}/csv`}
          download
          className="text-accent-text underline underline-offset-4"
          data-print="hide"
        >
          All {formatInteger(votes.length)} votes as CSV
        </a>
      </p>
    </>
  )
}

function VoteRow({
  vote,
  name,
  totalWei,
  explorerUrl,
}: {
  vote: ListedVote
  name: string | null
  totalWei: bigint
  explorerUrl: string | null
}) {
  const orchestrator = vote.delegate !== null && sameAddress(vote.delegate, vote.voter)
  return (
    <li className="border-b py-3">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 sm:grid-cols-[minmax(0,1fr)_8rem_12rem]">
        <span className="flex min-w-0 flex-wrap items-center gap-x-2">
          <AccountLink address={vote.voter} orchestrator={orchestrator} name={name} />
          {orchestrator && <span className="text-small text-ink-quiet max-sm:pl-8.5">orchestrator</span>}
        </span>
        <span className="max-sm:order-3 max-sm:col-span-2 max-sm:pl-8.5">
          <SideLabel side={vote.side} className="font-medium" />
        </span>
        <span className="text-right">
          <Amount wei={vote.countedWei} unit="LPT" />{' '}
          <span className="inline-block w-[7ch] text-small text-ink-quiet">
            {totalWei > 0n ? formatPercent(vote.countedWei, totalWei) : '–'}
          </span>
        </span>
      </div>
      {vote.reason && <Reason text={vote.reason} />}
      <VoteNote vote={vote} explorerUrl={explorerUrl} />
    </li>
  )
}

/** Characters of a reason shown without being asked. */
const reasonStart = 400

/** A reason in its writer's words; a long one is folded. */
function Reason({ text }: { text: string }) {
  const look = 'max-w-text pt-1 pl-8.5 break-words whitespace-pre-line'
  if (text.length <= reasonStart) {
    return (
      <p className={look}>
        <bdi>{text}</bdi>
      </p>
    )
  }
  return (
    <details className={look}>
      <summary>
        <bdi>{text.slice(0, reasonStart)}…</bdi>{' '}
        <span className="text-accent-text underline underline-offset-4">All of it</span>
      </summary>
      <p className="pt-2">
        <bdi>{text}</bdi>
      </p>
    </details>
  )
}

/** What was moved away, and when the vote was cast. */
function VoteNote({ vote, explorerUrl }: { vote: ListedVote; explorerUrl: string | null }) {
  const moved =
    vote.movedAwayWei > 0n
      ? `${fixedAmount(vote.movedAwayWei)} of ${fixedAmount(vote.weightWei)} LPT voted by its delegators themselves`
      : null
  if (!moved && vote.votedAt === null) return null
  return (
    <p className="pt-0.5 pl-8.5 text-small break-words text-ink-quiet">
      {moved}
      {moved && vote.votedAt !== null && ' · '}
      {vote.votedAt !== null &&
        (explorerUrl && vote.hash ? (
          <a
            href={`${explorerUrl}/tx/${vote.hash}`}
            target="_blank"
            rel="noreferrer"
            className="underline underline-offset-4"
          >
            {formatDateTime(vote.votedAt)}
          </a>
        ) : (
          formatDateTime(vote.votedAt)
        ))}
    </p>
  )
}
