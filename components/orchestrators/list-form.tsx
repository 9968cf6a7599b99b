'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useEffect, useRef, useTransition } from 'react'

/** Milliseconds after the last keystroke until the list follows. */
const pause = 250

/** The URL a form asks for: fields with their defaults left out, several values of one name joined. */
function hrefOf(form: HTMLFormElement): string {
  const fields = new FormData(form)
  const params = new URLSearchParams()
  for (const name of new Set(fields.keys())) {
    const text = fields.getAll(name).join().trim()
    if (text && text !== form.dataset[name]) params.set(name, text)
  }
  const query = params.toString().replaceAll('%2C', ',')
  return query ? `${form.action}?${query}` : form.action
}

/** Fields that name what the server drew them with: boxes by `data-on`, the others by `data-value`. */
function fieldsOf(form: HTMLFormElement): (HTMLInputElement | HTMLSelectElement)[] {
  return [...form.elements].filter(
    (field): field is HTMLInputElement | HTMLSelectElement =>
      field instanceof HTMLSelectElement || field instanceof HTMLInputElement,
  )
}

function isChanged(form: HTMLFormElement): boolean {
  return fieldsOf(form).some((field) =>
    field instanceof HTMLInputElement && field.type === 'checkbox'
      ? field.checked !== 'on' in field.dataset
      : field.dataset.value !== undefined && field.value !== field.dataset.value,
  )
}

/** Sets the fields to what the server drew; one that is being typed into keeps what is typed. */
function showDrawn(form: HTMLFormElement): void {
  for (const field of fieldsOf(form)) {
    if (field === document.activeElement) continue
    if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = 'on' in field.dataset
    else field.value = field.dataset.value ?? ''
  }
}

export interface ListFormProps {
  /** Path of the list. */
  action?: string
  /** The state as the server drew it: when it changes, fields show it. */
  state: string
  /** Values that mean the same as none. */
  defaults: Readonly<Record<string, string>>
  children: ReactNode
}

/** A GET form that sends itself: without script its button does, with script the list follows each change. */
export function ListForm({ action = '/orchestrators', state, defaults, children }: ListFormProps) {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [pending, start] = useTransition()

  // What was chosen before this script ran is followed, not lost. Later, links (heads, presets) change the state too.
  const drawn = useRef<string>(undefined)
  useEffect(() => {
    const first = drawn.current === undefined
    drawn.current = state
    if (!form.current) return
    if (!first) showDrawn(form.current)
    else if (isChanged(form.current)) router.replace(hrefOf(form.current), { scroll: false })
  }, [state, router])

  const follow = (event: FormEvent<HTMLFormElement>, wait = 0) => {
    const sender = event.currentTarget
    const dir = sender.elements.namedItem('dir')
    const sorts = event.target instanceof HTMLSelectElement && event.target.name === 'sort'
    if (sorts && dir instanceof HTMLInputElement) dir.value = ''
    clearTimeout(timer.current)
    timer.current = setTimeout(() => start(() => router.replace(hrefOf(sender), { scroll: false })), wait)
  }

  return (
    <form
      ref={form}
      action={action}
      method="get"
      role="search"
      aria-busy={pending}
      onSubmit={(event) => {
        event.preventDefault()
        follow(event)
      }}
      onInput={(event) => {
        const typed = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox'
        follow(event, typed ? pause : 0)
      }}
      {...Object.fromEntries(Object.entries(defaults).map(([name, value]) => [`data-${name}`, value]))}
      className="space-y-3"
    >
      {children}
    </form>
  )
}
