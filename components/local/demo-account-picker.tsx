'use client'

import { useEffect, useState } from 'react'
import { inputClasses } from '@/components/ui/input-classes'
import { shortenAddress } from '@/lib/format/address'
import { readPublicConfig } from '@/lib/network/public-config'
import { demoWalletAccounts, switchDemoAccount } from './demo-wallet'

/** Switches the demo wallet to another of its accounts, as its owner would do in a wallet of their own. */
export function DemoAccountPicker() {
  const [known, setKnown] = useState<Awaited<ReturnType<typeof demoWalletAccounts>> | null>(null)
  useEffect(() => {
    let gone = false
    void demoWalletAccounts().then((accounts) => {
      if (!gone) setKnown(accounts)
    })
    return () => {
      gone = true
    }
  }, [])
  if (!known || known.index === null) return null
  const roles = new Map(
    readPublicConfig().local?.accounts.map(({ address, role }) => [address.toLowerCase(), role]),
  )
  return (
    <label className="block space-y-1">
      Demo wallet’s account
      <select
        className={inputClasses}
        value={known.index}
        onChange={(event) => {
          const index = Number(event.target.value)
          setKnown({ ...known, index })
          void switchDemoAccount(index)
        }}
      >
        {known.addresses.map((address, index) => (
          <option key={address} value={index}>
            {index + 1}: {shortenAddress(address)} ({roles.get(address.toLowerCase()) ?? 'spare'})
          </option>
        ))}
      </select>
    </label>
  )
}
