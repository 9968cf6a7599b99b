import type { ThisRound } from '@/components/orchestrators/list-row'
import type { Standing } from '@/lib/data/types'

/**
 * A cell as the body of the table takes it: figures spelled out and nothing else. The HTML holds them twice, drawn and as
 * data for the script, so words that can be made of figures are made where they are drawn.
 */
export type CellFigures =
  | { kind: 'figure'; text: string; title?: string; zero?: boolean; strong?: boolean; below?: string }
  | { kind: 'unknown'; reason: string }
  | { kind: 'calls'; called: number; missed: number; rounds: number; now?: ThisRound }
  | { kind: 'this-round'; state: ThisRound }
  /** `worst` and `words`: it was higher, or rose, within 180 days. */
  | { kind: 'cut'; text: string; worst?: string; words?: string }
  /** Realised yield a year, from `span` in `rounds`; `shorter` than the window. */
  | { kind: 'paid'; text: string; span: string; rounds: number; shorter: boolean }
  | { kind: 'projected'; text: string; low: string; high: string; title: string }
  | { kind: 'standing'; standing: Standing }
