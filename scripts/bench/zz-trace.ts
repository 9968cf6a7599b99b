import { chromium } from '@playwright/test'
import { chromiumArguments, findChromium } from '@/scripts/lib/chromium'
import { readFileSync } from 'node:fs'
const b = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments })
const p = await b.newPage({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true })
const c = await p.context().newCDPSession(p)
await c.send('Emulation.setCPUThrottlingRate', { rate: 4 })
await b.startTracing(p, { path: '/tmp/trace.json', categories: ['devtools.timeline','toplevel','blink.user_timing','disabled-by-default-devtools.timeline','v8'] as any })
await p.goto(process.argv[2]!)
await p.waitForTimeout(4000)
await b.stopTracing(); await b.close()
const t = JSON.parse(readFileSync('/tmp/trace.json','utf8')).traceEvents as any[]
const main = t.filter(e=>e.name==='FirstContentfulPaint'||e.name==='firstContentfulPaint').at(-1) ?? t.find(e=>e.name==='ParseHTML')
const evs = t.filter(e => e.pid===main.pid && e.tid===main.tid && e.ph==='X' && e.dur>3000)
const t0 = Math.min(...t.filter(e=>e.pid===main.pid&&e.ts>0).map(e=>e.ts))
const tasks = evs.filter(e=>e.name==='RunTask' || e.name==='ThreadControllerImpl::RunTask').filter(e=>e.dur>40000)
console.log('FCP', (main.ts-t0)/1000)
for (const k of tasks) {
  console.log('TASK', ((k.ts-t0)/1000).toFixed(0), (k.dur/1000).toFixed(0)+'ms')
  for (const e of evs) if (e!==k && e.ts>=k.ts && e.ts+e.dur<=k.ts+k.dur && !/RunTask/.test(e.name) && e.dur>8000)
    console.log('     ', e.name, (e.dur/1000).toFixed(0), JSON.stringify(e.args?.data ?? e.args?.beginData ?? {}).slice(0,160))
}
