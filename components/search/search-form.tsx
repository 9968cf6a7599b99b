import { Button } from '@/components/ui/button'
import { inputClasses } from '@/components/ui/input-classes'

/** A plain form: it needs no script, and its answer has a URL. */
export function SearchForm({ text }: { text: string }) {
  return (
    <search>
      <form action="/search" method="get" className="flex gap-2" data-print="hide">
        <input
          type="search"
          name="q"
          aria-label="Search for"
          defaultValue={text}
          maxLength={128}
          placeholder="Address, name, LIP, proposal or transaction"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          className={`${inputClasses} min-w-0`}
        />
        <Button type="submit" variant="primary">
          Search
        </Button>
      </form>
    </search>
  )
}
