const registry = globalThis as unknown as Record<symbol, unknown>

/**
 * One value per process under a name. Next bundles routes, pages and the server entry apart, so that a plain module variable
 * would exist several times; caches and trackers must exist once.
 */
export function processWide<Value>(name: string, create: () => Value): Value {
  const key = Symbol.for(`livepeer-delegator.${name}`)
  registry[key] ??= create()
  return registry[key] as Value
}
