import { readFileSync, writeFileSync } from 'node:fs'
import { root } from '@/scripts/lib/run'

/*
 * Adds to package-lock.json the optional packages of other platforms that a registry mirror did not serve when the lock
 * was written. Without them `npm ci` refuses the lock: on that mirror because they are missing, elsewhere because they
 * exist. Run it after every change of dependencies: `npx tsx scripts/complete-lock.ts`.
 */

interface LockEntry {
  version?: string
  optionalDependencies?: Record<string, string>
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
}

const file = `${root}/package-lock.json`
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, LockEntry> }

/** Lock key under which `name` is found from the package at `from`, walking up as Node does. */
function resolve(from: string, name: string): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const key = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`
    if (lock.packages[key]) return key
    if (at === '') return undefined
    if (!at.includes('/node_modules/')) at = ''
    if (at === '') return lock.packages[`node_modules/${name}`] ? `node_modules/${name}` : undefined
  }
}

const systems = [
  'darwin',
  'win32',
  'linux',
  'freebsd',
  'netbsd',
  'openbsd',
  'android',
  'sunos',
  'aix',
  'openharmony',
]
const processors: readonly (readonly [RegExp, string])[] = [
  [/(^|[-_])arm64/, 'arm64'],
  [/(^|[-_])(x64|x86_64|64)(-|$)/, 'x64'],
  [/(^|[-_])(ia32|i686)/, 'ia32'],
  [/(^|[-_])arm(-|$|v|eabi)/, 'arm'],
  [/ppc64/, 'ppc64'],
  [/riscv64/, 'riscv64'],
  [/s390x/, 's390x'],
  [/loong64/, 'loong64'],
  [/mips64el/, 'mips64el'],
  [/wasm32/, 'wasm32'],
]

/** The platform a binary package is for, read from its name: such packages are named after nothing else. */
function platformOf(name: string): Pick<LockEntry, 'os' | 'cpu' | 'libc'> {
  const last = name.slice(name.lastIndexOf('/') + 1)
  const os =
    systems.find((system) => last.includes(system)) ?? (/windows|win(?=-|$)/.test(last) ? 'win32' : undefined)
  const cpu = processors.find(([pattern]) => pattern.test(last))?.[1]
  const libc = /musl/.test(last) ? 'musl' : /gnu(?!eabi)/.test(last) && os === 'linux' ? 'glibc' : undefined
  return { ...(cpu && { cpu: [cpu] }), ...(os && { os: [os] }), ...(libc && { libc: [libc] }) }
}

let added = 0
for (const [parent, entry] of Object.entries(lock.packages))
  for (const [name, wanted] of Object.entries(entry.optionalDependencies ?? {})) {
    const found = resolve(parent, name)
    const version = wanted.replace(/^[\^~]/, '')
    if (found) continue
    const platform = platformOf(name)
    if (!platform.os && !platform.cpu) {
      console.error(`${name}: optional, missing, and not of another platform by its name`)
      process.exitCode = 1
      continue
    }
    lock.packages[`node_modules/${name}`] = { version, ...platform, optional: true }
    added += 1
  }

const { '': own, ...rest } = lock.packages
lock.packages = {
  '': own ?? {},
  ...Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))),
}
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added} optional packages of other platforms added`)
