import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import { chromiumArguments, findChromium } from '@/scripts/lib/chromium'

const chrome = await launch({
  chromePath: findChromium(),
  chromeFlags: chromiumArguments,
  logLevel: 'silent',
})
for (const url of process.argv.slice(2)) {
  const r = await lighthouse(url, {
    port: chrome.port,
    logLevel: 'error',
    output: 'json',
    onlyCategories: ['performance'],
  })
  const a = r!.lhr.audits
  console.log(
    url,
    'perf',
    r!.lhr.categories.performance!.score,
    'bench',
    r!.lhr.environment.benchmarkIndex,
    'TBT',
    a['total-blocking-time']!.numericValue,
    'FCP',
    a['first-contentful-paint']!.numericValue,
    'LCP',
    a['largest-contentful-paint']!.numericValue,
    'SI',
    a['speed-index']!.numericValue,
  )
  for (const n of ['mainthread-work-breakdown', 'bootup-time', 'long-tasks']) {
    const d: any = a[n]?.details
    console.log(n, a[n]?.displayValue)
    for (const i of (d?.items ?? []).slice(0, 10)) console.log('   ', JSON.stringify(i).slice(0, 200))
  }
}
chrome.kill()
