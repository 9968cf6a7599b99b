import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

/** Flags that keep a headless Chromium quiet and unable to resolve anything but loopback. */
export const chromiumArguments = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
]

/**
 * Path of a Chromium for the browser tests: `CHROMIUM_PATH`, an installed one, Debian's package (as root),
 * or Playwright's own download elsewhere (answered as undefined). Throws with the remedy when there is none.
 */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist`)
    return named
  }
  const found = installed.find((path) => existsSync(path))
  if (found) return found
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    console.log("installing Debian's chromium for the browser tests (about a minute)")
    spawnSync('apt-get', ['update'], { stdio: 'ignore' })
    spawnSync('apt-get', ['install', '-y', 'chromium'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    const now = installed.find((path) => existsSync(path))
    if (now) return now
  } else {
    const result = spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' })
    if (result.status === 0) return undefined
  }
  throw new Error('no Chromium: install one (Debian: apt-get install chromium) or set CHROMIUM_PATH to one')
}
