import { OwnAddressSlot } from '@/components/migrate/migrate-slots'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { inputClasses } from '@/components/ui/input-classes'
import type { AddressQuery } from './address-query'

/** Any address can be looked up: a plain form, so it needs no script. */
export function AddressForm({ query }: { query: AddressQuery }) {
  return (
    <div className="space-y-2" data-print="hide">
      <form action="/migrate" method="get" className="max-w-xl">
        <Field
          label="Address on Ethereum"
          hint="The address that held the stake. It is the same here."
          error={query.state === 'refused' ? query.reason : null}
        >
          {(control) => (
            <div className="flex gap-2">
              <input
                {...control}
                name="address"
                required
                maxLength={100}
                defaultValue={query.text}
                placeholder="0x…"
                autoComplete="off"
                autoCapitalize="off"
                spellCheck={false}
                className={`${inputClasses} font-mono`}
              />
              <Button type="submit">Look up</Button>
            </div>
          )}
        </Field>
      </form>
      <p className="min-h-6">
        <OwnAddressSlot shown={query.state === 'known' ? query.address : null} />
      </p>
    </div>
  )
}
