import type { ReactNode } from 'react'
import type { Address } from 'viem'
import { type ClaimKind, claimKind } from '@/components/migrate/claim-kind'
import { findingWords } from '@/components/migrate/claim-words'
import { ClaimSlot } from '@/components/migrate/migrate-slots'
import { FullAddress } from '@/components/ui/address'
import { Amount } from '@/components/ui/amount'
import { CopyButton } from '@/components/ui/copy-button'
import { FigureLine, FigureLines } from '@/components/ui/figures'
import { IntentLink } from '@/components/ui/intent-link'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { callOf } from '@/lib/contracts/call-of'
import type { ClaimEntryView, ClaimView } from '@/lib/data/claim'
import { lowerAddress, shortenAddress, shortenHash } from '@/lib/format/address'
import { contractAddresses } from '@/lib/network/deployment'
import { settings } from '@/lib/network/settings'
import { ZERO_ADDRESS } from '@/lib/protocol/types'

/** What was found for an address, with the claim when there is one. */
export function ClaimResult({ view }: { view: ClaimView }) {
  const found = claimKind(view)
  const { title, meaning } = findingWords(found)
  const { explorerUrl } = settings().network
  return (
    <Panel title="What this address has left">
      <div className="space-y-6">
        <FullAddress address={view.address} explorerUrl={explorerUrl} />
        {found.kind === 'unknown' ? (
          <Notice tone="wait" title={title}>
            {meaning} Nothing can be claimed until then.
          </Notice>
        ) : (
          <div className="max-w-text space-y-1">
            <p className="text-figure font-semibold">{title}</p>
            <p className="text-ink-quiet">{meaning}</p>
          </div>
        )}
        <div className="grid gap-x-12 gap-y-6 lg:grid-cols-2">
          {'entry' in found && <Entry view={view} entry={found.entry} />}
          <Here view={view} />
        </div>
        {found.kind === 'claimable' && <Claim view={view} found={found} />}
      </div>
    </Panel>
  )
}

function Entry({ view, entry }: { view: ClaimView; entry: ClaimEntryView }) {
  const { delegate } = entry
  return (
    <Group title="In the list">
      {delegate && (
        <FigureLine
          label="Stake"
          value={<Amount wei={entry.stakeWei} unit="LPT" />}
          note={entry.pool ? 'What is paid is more, if the pool has earned since.' : undefined}
        />
      )}
      <FigureLine label="Fees" value={<Amount wei={entry.feesWei} unit="ETH" />} />
      {delegate && (
        <FigureLine
          label="Delegate on Ethereum"
          value={<AccountLink address={delegate.address} name={delegate.name} />}
          note={standing(delegate)}
        />
      )}
      <FigureLine
        label="Proof"
        explanation="The list was read from a file. Its root was worked out from all of its entries and is the one that the chain keeps."
        value="Fits the chain"
        note={<span className="font-mono">{shortenHash(view.root)}</span>}
      />
    </Group>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <h3 className="pb-2 font-medium">{title}</h3>
      <FigureLines>{children}</FigureLines>
    </div>
  )
}

function standing({ registered, active }: NonNullable<ClaimEntryView['delegate']>): string {
  if (active) return 'Active here'
  return registered ? 'Registered here, not active' : 'No orchestrator here'
}

/** What the address holds on this network, as far as a claim needs it. */
function Here({ view }: { view: ClaimView }) {
  const poor = view.ethBalanceWei === 0n
  return (
    <Group title="On this network">
      <FigureLine
        label="ETH, for network fees"
        value={<Amount wei={view.ethBalanceWei} unit="ETH" />}
        note={poor ? 'None: every transaction here needs a little.' : undefined}
      />
      <FigureLine label="LPT in the wallet" value={<Amount wei={view.lptBalanceWei} unit="LPT" />} />
      <FigureLine
        label="Stake"
        value={<Amount wei={view.bondedWei} unit="LPT" />}
        note={view.delegateNow ? <AccountLink address={view.delegateNow} name={null} /> : undefined}
      />
    </Group>
  )
}

function AccountLink({ address, name }: { address: Address; name: string | null }) {
  return (
    <IntentLink
      href={`/accounts/${lowerAddress(address)}/orchestrating`}
      title={address}
      className={`underline-offset-4 hover:underline ${name ? '' : 'font-mono'}`}
    >
      {name ?? shortenAddress(address)}
    </IntentLink>
  )
}

function Claim({ view, found }: { view: ClaimView; found: Extract<ClaimKind, { kind: 'claimable' }> }) {
  const { entry } = found
  return (
    <>
      <ClaimSlot account={view.address} entry={entry} delegateNow={view.delegateNow} />
      <RawClaim view={view} entry={entry} />
    </>
  )
}

/** The claim as a call for any wallet, with the listed delegate. */
async function RawClaim({ view, entry }: { view: ClaimView; entry: ClaimEntryView }) {
  const { stakeWei, feesWei, proof } = entry
  const delegate = entry.delegate?.address ?? ZERO_ADDRESS
  const addresses = await contractAddresses()
  const { data } = callOf(
    { verb: 'claimStake', delegate, stakeWei, feesWei, proof, newDelegate: ZERO_ADDRESS },
    addresses,
  )
  const lines = [
    { label: 'To: L2Migrator', text: view.migrator, what: 'address of the migrator' },
    { label: 'Data', text: data, what: 'calldata' },
    { label: 'With Foundry', text: `cast send ${view.migrator} ${data}`, what: 'command' },
  ]
  return (
    <details className="text-small" data-print="hide">
      <summary className="text-accent-text underline underline-offset-4">
        The call, for a Safe or a terminal
      </summary>
      <p className="mt-3 max-w-text text-ink-quiet">
        It must come from the listed address, and keeps the delegate of the list.
        {entry.delegate && !entry.delegate.registered && !entry.pool
          ? ' That one is no orchestrator here, so stake with it would earn nothing: claim with a wallet and choose another.'
          : ''}
      </p>
      <dl className="mt-3 space-y-3">
        {lines.map(({ label, text, what }) => (
          <div key={label}>
            <dt className="flex items-center gap-1 text-ink-quiet">
              {label} <CopyButton text={text} what={what} />
            </dt>
            <dd className="max-h-40 overflow-y-auto rounded bg-raised p-3 font-mono break-all">{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
