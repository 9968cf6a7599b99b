import type { Address } from 'viem'
import { buttonClasses } from '@/components/ui/button'

export interface DemoQuestion {
  title: string
  /** What will be signed: label and value, shown in full. */
  rows: readonly (readonly [string, string])[]
  accounts: readonly { address: Address; role: string | null }[]
  selected: number
  /** Whether another account may be picked here. */
  chooseAccount: boolean
  confirm: string
}

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag)
  if (className) node.className = className
  node.append(...children)
  return node
}

function accountPicker(question: DemoQuestion): HTMLSelectElement {
  const select = element(
    'select',
    'h-10 w-full rounded border border-line-control bg-panel px-3 font-mono text-small text-ink disabled:bg-raised',
  )
  select.id = 'demo-wallet-account'
  for (const [index, { address, role }] of question.accounts.entries()) {
    const option = element(
      'option',
      '',
      `${index + 1}: ${address.slice(0, 8)}…${address.slice(-6)}${role ? ` (${role})` : ''}`,
    )
    option.value = String(index)
    option.selected = index === question.selected
    select.append(option)
  }
  select.disabled = !question.chooseAccount
  return select
}

/**
 * Asks the person in a dialog of the demo wallet's own, above whatever the page shows. It is plain DOM in the browser's
 * top layer and keeps its events to itself: the page's dialogs must not take its clicks for clicks outside of them.
 *
 * @returns place of the chosen account, or null when refused.
 */
export function askDemoWallet(question: DemoQuestion): Promise<number | null> {
  return new Promise((resolve) => {
    const dialog = element(
      'dialog',
      'pointer-events-auto m-auto w-[min(26rem,calc(100vw-2rem))] max-h-[calc(100dvh-2rem)] overflow-y-auto rounded-lg bg-panel p-0 text-ink text-body shadow-float backdrop:bg-scrim',
    )
    const select = accountPicker(question)
    const label = element('label', 'text-small font-medium', 'Account')
    label.htmlFor = select.id
    const heading = element(
      'h2',
      'text-figure font-semibold',
      `Demo wallet asks: ${question.title.toLowerCase()}`,
    )
    heading.id = 'demo-wallet-title'
    dialog.setAttribute('aria-labelledby', heading.id)
    const list = element('dl', 'space-y-2')
    for (const [name, value] of question.rows) {
      list.append(
        element(
          'div',
          '',
          element('dt', 'text-small text-ink-quiet', name),
          element('dd', 'max-h-32 overflow-y-auto font-mono text-small break-all', value),
        ),
      )
    }
    const refuse = element('button', buttonClasses({ variant: 'secondary' }), 'Refuse')
    const confirm = element('button', buttonClasses({ variant: 'primary' }), question.confirm)
    refuse.type = 'button'
    confirm.type = 'button'
    dialog.append(
      element(
        'div',
        'space-y-4 p-5',
        element(
          'div',
          'space-y-1',
          heading,
          element(
            'p',
            'text-small text-ink-quiet',
            'Local network only. Everybody knows the keys of these accounts.',
          ),
        ),
        list,
        element('div', 'space-y-1', label, select),
        element('div', 'flex justify-end gap-3', refuse, confirm),
      ),
    )

    const keepEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopImmediatePropagation()
      finish(null)
    }
    const finish = (answer: number | null) => {
      window.removeEventListener('keydown', keepEscape, true)
      dialog.close()
      dialog.remove()
      resolve(answer)
    }
    for (const type of [
      'pointerdown',
      'mousedown',
      'touchstart',
      'focusin',
      'focusout',
      'click',
      'keydown',
    ]) {
      dialog.addEventListener(type, (event) => event.stopPropagation())
    }
    window.addEventListener('keydown', keepEscape, true)
    dialog.addEventListener('cancel', (event) => event.preventDefault())
    refuse.addEventListener('click', () => finish(null))
    confirm.addEventListener('click', () => finish(Number(select.value)))
    document.body.append(dialog)
    dialog.showModal()
    confirm.focus()
  })
}
