/** In place of a list that only the index could give. An unknown list is not an empty one. */
export function ListUnknown({ what }: { what: string }) {
  return (
    <div className="border-y py-12 text-center">
      <p className="font-medium">The list of {what} is not known now</p>
      <p className="text-ink-quiet">
        It comes from the index alone. A link to one of them still works where the chain knows it.
      </p>
    </div>
  )
}
