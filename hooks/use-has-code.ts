'use client'

import { useEffect, useState } from 'react'
import { readPublicConfig } from '@/lib/network/public-config'

/**
 * Whether an account is a contract: true or false, null while that is read or cannot be. Read through the site's own proxy;
 * `null` asks nothing.
 */
export function useHasCode(account: string | null): boolean | null {
  const [known, setKnown] = useState<{ account: string; hasCode: boolean } | null>(null)
  useEffect(() => {
    if (account === null) return
    const abort = new AbortController()
    readCode(account, abort.signal).then(
      (code) => setKnown({ account, hasCode: code !== '0x' }),
      () => undefined,
    )
    return () => abort.abort()
  }, [account])
  return known && known.account === account ? known.hasCode : null
}

async function readCode(account: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(readPublicConfig().rpcPath, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_getCode', params: [account, 'latest'] }),
    signal,
  })
  const { result } = (await response.json()) as { result?: unknown }
  if (typeof result !== 'string') throw new Error('The endpoint gave no code.')
  return result
}
