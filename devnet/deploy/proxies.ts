import type { Deployment, ProxiedContract } from '@/devnet/types'

const TARGET = 'Target'

/** The contracts that are proxies, by name, with the code they run: those that also have a `<Name>Target`. */
export function proxiesOf(contracts: Deployment['contracts']): Record<string, ProxiedContract> {
  return Object.fromEntries(
    Object.entries(contracts).flatMap(([name, proxy]) => {
      const target = contracts[`${name}${TARGET}`]
      return target ? [[name, { proxy, target }]] : []
    }),
  )
}
