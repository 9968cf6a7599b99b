import { chromium } from '@playwright/test'
import { chromiumArguments, findChromium } from '@/scripts/lib/chromium'
const b = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments })
const p = await b.newPage({ viewport: { width: 412, height: 823 } })
const c = await p.context().newCDPSession(p)
await c.send('Profiler.enable'); await c.send('Profiler.setSamplingInterval', { interval: 100 })
await c.send('Profiler.start')
await p.goto(process.argv[2]!); await p.waitForTimeout(2500)
const { profile } = await c.send('Profiler.stop')
const dt = profile.timeDeltas!; const self = new Map<number, number>()
profile.samples!.forEach((id, i) => self.set(id, (self.get(id) ?? 0) + (dt[i] ?? 0)))
const nodes = new Map(profile.nodes.map(n => [n.id, n])); const parent = new Map<number, number>()
for (const n of profile.nodes) for (const ch of n.children ?? []) parent.set(ch, n.id)
const by = new Map<string, number>(), tot = new Map<string, number>()
for (const [id, t] of self) {
  const n = nodes.get(id)!; const key = `${n.callFrame.functionName || '(anon)'} ${n.callFrame.url.split('/').pop()}:${n.callFrame.columnNumber}`
  by.set(key, (by.get(key) ?? 0) + t)
  const seen = new Set<string>()
  for (let x: number | undefined = id; x !== undefined; x = parent.get(x)) { const m = nodes.get(x)!; const k = `${m.callFrame.functionName || '(anon)'} ${m.callFrame.url.split('/').pop()}:${m.callFrame.columnNumber}`; if (!seen.has(k)) { seen.add(k); tot.set(k, (tot.get(k) ?? 0) + t) } }
}
const top = (m: Map<string, number>, n: number) => [...m].sort((a, b) => b[1] - a[1]).slice(0, n).forEach(([k, v]) => console.log((v / 1000).toFixed(1).padStart(8), k))
console.log('SELF'); top(by, 22); console.log('TOTAL'); top(tot, 45)
await b.close()
