import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Sample } from '@/scripts/bench/network-sample'
import { root } from '@/scripts/lib/run'

const WORLDS = ['default', 'full'] as const
const SAMPLE = fileURLToPath(new URL('network-sample.ts', import.meta.url))

/** One world in a process of its own, so that its memory is its own. Rejects when the process fails. */
function sampleWorld(world: string): Promise<Sample> {
  return new Promise((resolve, reject) => {
    const child = fork(SAMPLE, [world], { cwd: root, execArgv: ['--import', 'tsx'] })
    let sample: Sample | undefined
    child.once('message', (message) => {
      sample = message as Sample
    })
    child.once('exit', (code) => {
      if (sample && code === 0) resolve(sample)
      else reject(new Error(`the sample of the ${world} world ended with ${code}`))
    })
  })
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`
const rate = (count: number, seconds: number) => (count / seconds).toFixed(0)

/** Prints what the local network costs: seeds, index and queries of the default and the full world. */
export async function benchNetwork(): Promise<void> {
  for (const world of WORLDS) {
    const { seed, index, queries } = await sampleWorld(world)
    console.log(
      `network ${world}: seeded in ${seed.seconds.toFixed(1)} s (${seed.cpuSeconds.toFixed(1)} s CPU), ${seed.transactions} transactions, ${rate(seed.transactions, seed.seconds)} calls a second, ${megabytes(seed.rssBytes)} after, peak ${megabytes(index.peakBytes)}`,
    )
    console.log(
      `network ${world}: indexed ${index.blocks} blocks with events in ${index.seconds.toFixed(1)} s, ${rate(index.blocks, index.seconds)} blocks and ${rate(index.events, index.seconds)} events a second, ${index.rows} rows, ${megabytes(index.rssBytes)} after`,
    )
    for (const { name, p50, p99, rows } of queries) {
      console.log(
        `network ${world}: query ${name.padEnd(26)} p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${rows} rows`,
      )
    }
  }
}
