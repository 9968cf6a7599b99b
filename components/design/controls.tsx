'use client'

import { Send } from 'lucide-react'
import { GallerySheet } from '@/components/design/gallery-sheet'
import { Specimen, Specimens } from '@/components/design/specimen'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ButtonWithReason } from '@/components/ui/button-with-reason'
import { CopyButton } from '@/components/ui/copy-button'
import { Field } from '@/components/ui/field'
import { Glyph } from '@/components/ui/glyph'
import { Hint } from '@/components/ui/hint'
import { inputClasses } from '@/components/ui/input-classes'
import { Pager } from '@/components/ui/pager'
import { PlainInput } from '@/components/ui/plain-input'
import { TabsNav } from '@/components/ui/tabs-nav'

const variants = ['primary', 'secondary', 'quiet'] as const
const sizes = ['sm', 'md', 'lg'] as const

/** Buttons by importance and size, and one that says why it cannot be pressed. */
export function Buttons() {
  return (
    <Specimens>
      {variants.map((variant) => (
        <Specimen key={variant} name={variant}>
          {sizes.map((size) => (
            <Button key={size} variant={variant} size={size}>
              Review
            </Button>
          ))}
        </Specimen>
      ))}
      <Specimen name="with an icon">
        <Button variant="primary">
          <Send aria-hidden /> Send
        </Button>
      </Specimen>
      {variants.map((variant) => (
        <Specimen key={variant} name={`${variant}, unavailable, with its reason`}>
          <ButtonWithReason variant={variant} reason="The round has not been started.">
            Review
          </ButtonWithReason>
        </Specimen>
      ))}
      <Specimen name="wide">
        <Button variant="primary" wide>
          Review delegation
        </Button>
      </Specimen>
      <Specimen name="a sheet">
        <GallerySheet />
      </Specimen>
    </Specimens>
  )
}

/** Small parts that stand in lines of text and in tables. */
export function SmallParts() {
  return (
    <Specimens>
      <Specimen name="badges">
        <Badge>Bonded</Badge>
        <Badge tone="outline">Not active</Badge>
        <Badge tone="wait">Locked</Badge>
        <Badge tone="loss">Falling out</Badge>
        <Badge tone="info">New</Badge>
      </Specimen>
      <Specimen name="a term with its explanation">
        <Hint explanation="The share of rewards that an orchestrator keeps.">Reward cut</Hint>
      </Specimen>
      <Specimen name="copy">
        <CopyButton text="0x0000000000000000000000000000000000000001" what="address" />
      </Specimen>
      <Specimen name="drawings of the first load">
        <Glyph name="up" />
        <Glyph name="down" />
        <Glyph name="check" />
        <Glyph name="open" />
        <Glyph name="search" />
        <Glyph name="warning" />
        <Glyph name="person" />
      </Specimen>
      <Specimen name="tabs">
        <TabsNav
          label="Tabs of the gallery"
          tabs={[
            { href: '/design', label: 'Delegating', current: true },
            { href: '/', label: 'History', current: false },
          ]}
        />
      </Specimen>
      <Specimen name="pages of a list">
        <Pager of="rows of the gallery" page={2} rowsPerPage={20} rows={61} hrefOf={() => '/design'} />
      </Specimen>
    </Specimens>
  )
}

/** Form fields: empty, with a hint, filled, wrong, and unavailable. */
export function Fields() {
  return (
    <Specimens>
      <Field label="Amount" hint="At most 1,250 LPT" aside="Balance 1,250 LPT">
        {(control) => <input {...control} className={inputClasses} placeholder="0" inputMode="decimal" />}
      </Field>
      <Field label="Amount, filled">
        {(control) => <input {...control} className={inputClasses} defaultValue="250" />}
      </Field>
      <Field label="Amount, wrong" error="That is more than the wallet has.">
        {(control) => <input {...control} className={inputClasses} defaultValue="9999999" />}
      </Field>
      <Field label="Amount, unavailable" hint="Connect a wallet first">
        {(control) => <input {...control} className={inputClasses} disabled placeholder="0" />}
      </Field>
      <Field label="Address" hint="0x and 40 hex digits, or a name">
        {(control) => <PlainInput {...control} placeholder="0x…" />}
      </Field>
      <Field label="Kind">
        {(control) => (
          <select {...control} className={inputClasses} defaultValue="stake">
            <option value="stake">Stake</option>
            <option value="fees">Fees</option>
          </select>
        )}
      </Field>
    </Specimens>
  )
}
