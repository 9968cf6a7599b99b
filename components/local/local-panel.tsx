'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ButtonWithReason } from '@/components/ui/button-with-reason'
import { refreshAccount } from '@/hooks/account-store'
import { useWallet } from '@/hooks/use-wallet'
import { shortenAddress } from '@/lib/format/address'
import { formatInteger } from '@/lib/format/number'
import type { LocalAction } from '@/lib/network/local-control'
import { readPublicConfig } from '@/lib/network/public-config'
import { DemoAccountPicker } from './demo-account-picker'
import { type LocalStatus, localControl } from './local-control'

const refreshMs = 4_000
/** The site's own copy of a figure is at most this old on the local network. */
const siteCopyMs = 1_500

interface Shown {
  status: LocalStatus | null
  /** What went wrong, or what was done. */
  message: string | null
}

/** Rounds, blocks and faucet of the local network, and its state. */
export function LocalPanel({ onClose }: { onClose(): void }) {
  const router = useRouter()
  const { address, connectorName } = useWallet()
  const [shown, setShown] = useState<Shown>({ status: null, message: null })
  const [busy, setBusy] = useState<string | null>(null)

  const read = useCallback(async (action: LocalAction | null, done: string | null) => {
    const path = readPublicConfig().local?.controlPath
    if (!path) return
    const answer = await localControl(path, action)
    setShown((before) =>
      answer.state === 'done'
        ? { status: answer.status, message: done ?? before.message }
        : { status: before.status, message: answer.reason },
    )
  }, [])

  useEffect(() => {
    const look = () => void read(null, null)
    look()
    const timer = setInterval(look, refreshMs)
    return () => clearInterval(timer)
  }, [read])

  const act = async (action: LocalAction, doing: string, done: string) => {
    if (busy) return
    setBusy(doing)
    await read(action, done)
    setBusy(null)
    for (const wait of [0, siteCopyMs]) {
      setTimeout(() => {
        router.refresh()
        if (address) refreshAccount(address)
      }, wait)
    }
  }

  const { status, message } = shown
  const progress = useId()
  const waiting = busy ? 'Working on it.' : null
  return (
    <section
      aria-label="Local network"
      className="w-80 max-w-full space-y-4 overflow-y-auto rounded-lg bg-panel p-4 text-small shadow-float"
    >
      <div className="flex items-start justify-between gap-3">
        <div>
          <h2 className="text-body font-semibold">Local network</h2>
          <p className="text-ink-quiet">Play money on this machine.</p>
        </div>
        <Button size="sm" variant="quiet" onClick={onClose}>
          Close
        </Button>
      </div>

      {status ? <State status={status} /> : <p className="text-ink-quiet">Reading its state…</p>}

      <div className="grid grid-cols-2 gap-2">
        <Button
          size="sm"
          aria-disabled={busy !== null}
          aria-describedby={busy === null ? undefined : progress}
          onClick={() =>
            void act({ action: 'next-round' }, 'Going to the next round', 'The next round has begun.')
          }
        >
          Next round
        </Button>
        <Button
          size="sm"
          aria-disabled={busy !== null}
          aria-describedby={busy === null ? undefined : progress}
          onClick={() =>
            void act(
              { action: 'overdue' },
              'Letting the round end',
              'The round is over, the next is not started.',
            )
          }
        >
          Let it go overdue
        </Button>
        <Button
          size="sm"
          aria-disabled={busy !== null}
          aria-describedby={busy === null ? undefined : progress}
          onClick={() =>
            void act({ action: 'advance-blocks', blocks: 100 }, 'Mining blocks', '100 blocks were mined.')
          }
        >
          Mine 100 blocks
        </Button>
        {status?.round.initialized === false ? (
          <Button
            size="sm"
            variant="primary"
            aria-disabled={busy !== null}
            aria-describedby={busy === null ? undefined : progress}
            onClick={() =>
              void act({ action: 'initialize-round' }, 'Starting the round', 'The round is started.')
            }
          >
            Start the round
          </Button>
        ) : (
          <Button
            size="sm"
            aria-disabled={busy !== null}
            aria-describedby={busy === null ? undefined : progress}
            onClick={() =>
              void act(
                { action: 'keeper', enabled: !status?.keeper },
                'Switching the keeper',
                status?.keeper ? 'The keeper is off.' : 'The keeper is on.',
              )
            }
          >
            {status?.keeper === false ? 'Keeper on' : 'Keeper off'}
          </Button>
        )}
      </div>

      <div className="space-y-1">
        <ButtonWithReason
          size="sm"
          wide
          reason={address ? waiting : 'Connect a wallet to receive play ETH and LPT.'}
          onClick={() =>
            address &&
            void act(
              { action: 'faucet', address },
              'Sending',
              `Sent ETH and LPT to ${shortenAddress(address)}.`,
            )
          }
        >
          Get 10 ETH and 1,000 LPT
        </ButtonWithReason>
      </div>

      {connectorName === 'Demo wallet' && <DemoAccountPicker key={address} />}

      <p id={progress} role="status" className="min-h-5 text-ink-quiet">
        {busy ? `${busy}…` : message}
      </p>
    </section>
  )
}

function State({ status }: { status: LocalStatus }) {
  const { round } = status
  const left = Math.max(0, round.startBlock + round.length - status.block)
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
      <dt className="text-ink-quiet">Round</dt>
      <dd>
        {formatInteger(round.number)}, {round.initialized ? (round.locked ? 'locked' : 'running') : 'overdue'}
      </dd>
      <dt className="text-ink-quiet">Block</dt>
      <dd>
        {formatInteger(status.block)}, {formatInteger(left)} to the next round
      </dd>
      <dt className="text-ink-quiet">Keeper</dt>
      <dd>{status.keeper ? 'on: starts rounds, calls reward' : 'off'}</dd>
      <dt className="text-ink-quiet">Index</dt>
      <dd>{status.indexLag > 0 ? `${formatInteger(status.indexLag)} blocks behind` : 'up to date'}</dd>
    </dl>
  )
}
