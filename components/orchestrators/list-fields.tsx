import { Glyph } from '@/components/ui/glyph'
import { inputClasses } from '@/components/ui/input-classes'

/** Text fields and selects name their value for the form's script, which sets fields after a link changed the state. */
export const text = (value: string | number | null) => ({
  defaultValue: value ?? '',
  'data-value': value ?? '',
})
export const choice = (value: string) => ({ defaultValue: value, 'data-value': value })

/** Search of a list by name or address, as `q` of its form. */
export function SearchField({ value, maxLength }: { value: string; maxLength: number }) {
  return (
    <label className="relative min-w-0 flex-1 basis-full sm:max-w-sm sm:basis-64">
      <span className="sr-only">Search by name or address</span>
      <Glyph name="search" className="pointer-events-none absolute top-3 left-3 size-4 text-ink-quiet" />
      <input
        type="search"
        name="q"
        {...text(value)}
        maxLength={maxLength}
        placeholder="Name or address"
        autoComplete="off"
        spellCheck={false}
        className={`${inputClasses} pl-9`}
      />
    </label>
  )
}

export interface SelectFieldProps<Key extends string> {
  name: string
  /** Read by screen readers; the chosen option says it to the eye. */
  label: string
  value: Key
  options: readonly Key[]
  labelOf: (option: Key) => string
  /** Where it stands in its row. */
  place: string
}

/** A choice of a list's form. */
export function SelectField<Key extends string>(props: SelectFieldProps<Key>) {
  const { name, label, value, options, labelOf, place } = props
  return (
    <label className={`min-w-0 flex-1 ${place}`}>
      <span className="sr-only">{label}</span>
      <select name={name} {...choice(value)} className={inputClasses}>
        {options.map((option) => (
          <option key={option} value={option}>
            {labelOf(option)}
          </option>
        ))}
      </select>
    </label>
  )
}
