import type { PreviewCard } from '@/components/preview/preview-card'

/** Size that every place which shows previews takes. */
export const previewSize = { width: 1200, height: 630 } as const

/* The dark theme's colours (app/globals.css): the drawing engine knows no tokens. */
const colour = {
  ground: '#0e1311',
  raised: '#1d2521',
  line: '#26302b',
  ink: '#e9f0ec',
  quiet: '#9dada4',
  accent: '#35d28a',
  onAccent: '#06231a',
  against: '#ffa39b',
}

/** The picture of a link. Laid out with the few properties the drawing engine knows; nothing in it has an address. */
export function PreviewImage({ card }: { card: PreviewCard }) {
  const long = card.title.length > 34
  return (
    <div
      style={{
        width: '100%',
        height: '100%',
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        padding: '56px 64px 48px',
        background: colour.ground,
        color: colour.ink,
        fontFamily: 'Sans',
      }}
    >
      <Head kind={card.kind} />
      <div style={{ display: 'flex', flexDirection: 'column' }}>
        <div
          style={{
            display: 'block',
            lineClamp: 2,
            fontSize: long ? 56 : 76,
            fontWeight: 600,
            lineHeight: 1.15,
            letterSpacing: '-0.02em',
            wordBreak: 'break-word',
          }}
        >
          {card.title}
        </div>
        {card.line && (
          <div style={{ display: 'block', lineClamp: 1, marginTop: 14, fontSize: 30, color: colour.quiet }}>
            {card.line}
          </div>
        )}
      </div>
      <div style={{ display: 'flex', flexDirection: 'column' }}>
        <Figures figures={card.figures} />
        <Sides sides={card.sides} />
        <div style={{ display: 'flex', marginTop: 28, height: 30, fontSize: 24, color: colour.quiet }}>
          {card.asOf}
        </div>
      </div>
    </div>
  )
}

function Head({ kind }: { kind: string }) {
  return (
    <div style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center' }}>
      <div style={{ display: 'flex', alignItems: 'center' }}>
        <svg width="52" height="52" viewBox="0 0 24 24">
          <rect width="24" height="24" rx="6" fill={colour.accent} />
          <path d="M12 6A6 6 0 1 1 6.09 10.96" fill="none" stroke={colour.onAccent} strokeWidth="3" />
        </svg>
        <div style={{ display: 'flex', marginLeft: 18, fontSize: 32, fontWeight: 600 }}>
          Livepeer Delegator
        </div>
      </div>
      <div style={{ display: 'flex', fontSize: 28, color: colour.quiet }}>{kind}</div>
    </div>
  )
}

function Figures({ figures }: { figures: PreviewCard['figures'] }) {
  return (
    <div style={{ display: 'flex', borderTop: `2px solid ${colour.line}`, paddingTop: 26 }}>
      {figures.map(({ label, value }) => (
        <div key={label} style={{ display: 'flex', flexDirection: 'column', marginRight: 64 }}>
          <div style={{ display: 'flex', fontSize: 26, color: colour.quiet }}>{label}</div>
          <div style={{ display: 'flex', fontSize: 46, fontWeight: 600 }}>{value}</div>
        </div>
      ))}
    </div>
  )
}

function Sides({ sides }: { sides: PreviewCard['sides'] }) {
  if (!sides) return null
  const bars = [
    { part: sides.for, background: colour.accent },
    { part: sides.against, background: colour.against },
    { part: sides.abstain, background: colour.quiet },
  ]
  return (
    <div
      style={{
        display: 'flex',
        height: 16,
        marginTop: 24,
        borderRadius: 8,
        background: colour.raised,
        overflow: 'hidden',
      }}
    >
      {bars.map(({ part, background }) => (
        <div key={background} style={{ display: 'flex', width: `${part / 10}%`, background }} />
      ))}
    </div>
  )
}
