import { Specimen, Specimens } from '@/components/design/specimen'

const grounds = [
  { name: 'ground', look: 'bg-ground text-ink' },
  { name: 'panel', look: 'bg-panel text-ink' },
  { name: 'raised', look: 'bg-raised text-ink' },
  { name: 'quiet ink on ground', look: 'bg-ground text-ink-quiet' },
  { name: 'accent', look: 'bg-accent text-accent-on' },
  { name: 'accent as text', look: 'bg-ground text-accent-text' },
  { name: 'wait', look: 'bg-wait-soft text-wait' },
  { name: 'loss', look: 'bg-loss-soft text-loss' },
  { name: 'information', look: 'bg-info-soft text-info' },
] as const

/** Every pair of ground and ink that the site uses, as text that has to be readable on it. */
export function Colours() {
  return (
    <Specimens>
      {grounds.map(({ name, look }) => (
        <div key={name} className={`rounded border px-4 py-3 ${look}`}>
          <p className="text-figure font-semibold">1,234.56 LPT</p>
          <p className="text-small">{name}</p>
        </div>
      ))}
    </Specimens>
  )
}

const texts = [
  { name: 'title, 30 px', look: 'text-title' },
  { name: 'figure, 22 px', look: 'text-figure font-semibold' },
  { name: 'body, 15 px', look: 'text-body' },
  { name: 'small, 13 px', look: 'text-small text-ink-quiet' },
  { name: 'mono, for addresses, hashes and calldata', look: 'font-mono text-small break-all' },
] as const

/** The four sizes of text and the mono face. */
export function Type() {
  return (
    <Specimens wide>
      {texts.map(({ name, look }) => (
        <Specimen key={name} name={name}>
          <p className={look}>0x4f1a5cD0 earns 27,412.08 LPT</p>
        </Specimen>
      ))}
    </Specimens>
  )
}
