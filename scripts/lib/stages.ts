import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { bin, root, run, seconds } from '@/scripts/lib/run'

export interface StageResult {
  passed: number
  failed: number
  /** Printed when the stage failed. */
  output: string
}

export interface Stage {
  name: string
  run: () => Promise<StageResult>
}

/** A stage that is one check: passes when the command ends with 0. */
export function command(name: string, file: string, args: readonly string[]): Stage {
  return {
    name,
    run: async () => {
      const result = await run(file, args)
      return { passed: result.code === 0 ? 1 : 0, failed: result.code === 0 ? 0 : 1, output: result.output }
    },
  }
}

/** TypeScript over the whole tree, as one project: folders import each other, and nothing is then read twice. */
export const types: Stage = command('types', bin('tsc'), ['-p', 'tsconfig.json'])

/**
 * A Vitest project. A run that ends badly or executes nothing counts as at least one failure,
 * whatever its report says.
 */
export function vitest(project: string): Stage {
  return {
    name: `vitest ${project}`,
    run: async () => {
      mkdirSync(`${root}/.cache`, { recursive: true })
      const report = `${root}/.cache/vitest-${project}.json`
      rmSync(report, { force: true })
      const result = await run(bin('vitest'), [
        'run',
        '--project',
        project,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ])
      const counts = existsSync(report)
        ? (JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number })
        : { numPassedTests: 0, numFailedTests: 0 }
      const bad = result.code !== 0 || counts.numPassedTests === 0
      return {
        passed: counts.numPassedTests,
        failed: bad ? Math.max(1, counts.numFailedTests) : counts.numFailedTests,
        output: result.output,
      }
    },
  }
}

/** The browser suite. Flaky tests count as failures: nothing is retried to hide one. */
export const browser: Stage = {
  name: 'end to end',
  run: async () => {
    const report = `${root}/.cache/playwright.json`
    rmSync(report, { force: true })
    const result = await run(bin('playwright'), ['test', '--config', 'e2e/playwright.config.ts'], {
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
      echo: true,
    })
    const stats = existsSync(report)
      ? (
          JSON.parse(readFileSync(report, 'utf8')) as {
            stats: { expected: number; unexpected: number; flaky: number }
          }
        ).stats
      : { expected: 0, unexpected: 0, flaky: 0 }
    const failed = stats.unexpected + stats.flaky
    const bad = result.code !== 0 || stats.expected === 0
    return { passed: stats.expected, failed: bad ? Math.max(1, failed) : failed, output: '' }
  },
}

/**
 * Runs stages one after another, prints each one's time and counts, and ends with `N passed, N failed`.
 * Answers whether all passed. A failing stage does not stop the later ones: one run shows everything.
 */
export async function runStages(stages: readonly Stage[]): Promise<boolean> {
  const begun = Date.now()
  let passed = 0
  let failed = 0
  const lines: string[] = []
  for (const stage of stages) {
    const stageBegun = Date.now()
    console.log(`→ ${stage.name}`)
    const result = await stage.run()
    passed += result.passed
    failed += result.failed
    if (result.failed > 0) console.log(result.output.split('\n').slice(-200).join('\n'))
    const line = `${result.failed === 0 ? '✓' : '✗'} ${stage.name}: ${result.passed} passed, ${result.failed} failed, ${seconds(stageBegun)} s`
    lines.push(line)
    console.log(line)
  }
  console.log(`\n${lines.join('\n')}\nall stages: ${seconds(begun)} s\n${passed} passed, ${failed} failed`)
  return failed === 0
}
