'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Call } from '@/lib/contracts/call'
import { exactAmount } from '@/lib/format/amount'
import { cliStepsOf } from './cli-words'

/** The calls exactly as they are sent: decoded arguments, calldata and a line for `cast`. */
export function RawCalls({ calls }: { calls: readonly Call[] }) {
  return (
    <details className="rounded border">
      <summary className="px-4 py-3 text-small font-medium">
        {calls.length === 1 ? 'The call in detail' : `The ${calls.length} calls in detail`}
      </summary>
      <div className="divide-y divide-line border-t">
        {calls.map((call) => (
          <RawCall key={`${call.address} ${call.data}`} call={call} />
        ))}
      </div>
    </details>
  )
}

function RawCall({ call }: { call: Call }) {
  return (
    <div className="space-y-3 px-4 py-3 text-small">
      <p>
        <span className="font-mono break-all">{call.functionName}</span> on {call.contract}
        <span className="block font-mono break-all text-ink-quiet">{call.address}</span>
        {call.valueWei > 0n && <span className="block">with {exactAmount(call.valueWei)} ETH</span>}
      </p>
      <dl className="space-y-2">
        {call.rows.map((row) => (
          <div key={row.name}>
            <dt className="font-mono text-ink-quiet">
              {row.name} <span>({row.type})</span>
            </dt>
            <dd>
              <span className="font-mono break-all">{row.value}</span>
              {row.meaning && <span className="block text-ink-quiet">{row.meaning}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <Copyable label="Calldata" text={call.data} />
      <Copyable label="With Foundry’s cast" text={call.cast} />
      <CliSteps steps={cliStepsOf(call.verb, call.contract)} />
    </div>
  )
}

function CliSteps({ steps }: { steps: readonly string[] | null }) {
  if (steps === null) return null
  return (
    <div className="space-y-1">
      <p className="text-ink-quiet">With livepeer_cli, on a node that holds this account</p>
      <ol className="list-decimal pl-5">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </div>
  )
}

function Copyable({ label, text }: { label: string; text: string }) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    )
  const word = { no: 'Copy', yes: 'Copied', failed: 'Select and copy by hand' }[copied]
  return (
    <div className="space-y-1">
      <div className="flex items-center justify-between gap-3">
        <span className="text-ink-quiet">{label}</span>
        <Button size="sm" variant="quiet" onClick={() => void copy()} aria-label={`${word}: ${label}`}>
          {word}
        </Button>
      </div>
      <p className="rounded bg-raised p-3 font-mono break-all">{text}</p>
    </div>
  )
}
