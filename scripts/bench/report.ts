import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { root } from '@/scripts/lib/run'

const file = `${root}/docs/performance.md`
const head = `# Performance

Measured by \`npm run bench\` on the local network; each part writes its own table here. Times depend on the machine and are never asserted; bytes, requests and
counts are, by \`e2e/specs/budgets.spec.ts\`.
`

/**
 * Puts the newest figures of one part of the bench into docs/performance.md; the other parts stay.
 *
 * @param lines Markdown under the part's heading
 */
export function reportPart(name: string, lines: readonly string[]): void {
  const old = existsSync(file) ? readFileSync(file, 'utf8') : head
  const machine = `${cpus().length} cores, Node ${process.versions.node}.`
  const part = `## ${name}\n\n${[machine, ...lines].join('\n')}\n`
  const parts = old.split(/^(?=## )/m)
  const place = parts.findIndex((text) => text.startsWith(`## ${name}\n`))
  const kept = parts.map((text) => text.trimEnd())
  if (place < 0) kept.push(part)
  else kept[place] = part
  mkdirSync(`${root}/docs`, { recursive: true })
  writeFileSync(file, `${kept.map((text) => text.trimEnd()).join('\n\n')}\n`)
}

/** A Markdown table of cells that hold no pipes, its columns as wide as the formatter has them. */
export function markdownTable(
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string[] {
  const cells = [columns, ...rows].map((row) => row.map(String))
  const widths = columns.map((_, place) => Math.max(3, ...cells.map((row) => row[place]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    `| ${widths
      .map((width, place) =>
        place === 0 ? (row[place] ?? '').padEnd(width) : (row[place] ?? '').padStart(width),
      )
      .join(' | ')} |`
  const rule = widths.map((width, place) => (place === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  const [head = [], ...body] = cells
  return ['', line(head), line(rule), ...body.map(line)]
}

/** The middle one of values, the upper of two; 0 of none. */
export function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[values.length >> 1] ?? 0
}
