'use client'

import * as Dialog from '@radix-ui/react-dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'

export interface SheetProps {
  open: boolean
  onOpenChange(open: boolean): void
  title: string
  /** One sentence under the title; the dialog's description for assistive technology. */
  description?: ReactNode
  children: ReactNode
  /** Stays in view under the scrolling content: the action. */
  footer?: ReactNode
  /** Keeps it open on Escape and clicks outside, for example while a wallet is signing. */
  locked?: boolean
  /** Out of sight under another sheet that came from it; it keeps what was typed. */
  veiled?: boolean
  /** Gives the focus back when the sheet has gone; there is no trigger inside that could take it. */
  onGone(): void
}

/**
 * A modal sheet: full height on phones, a centred panel above 640 px. Focus moves in, is held and goes back.
 * Radix is not in the first load: import this file with `next/dynamic` or `import()` only.
 */
export function Sheet({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  locked = false,
  veiled = false,
  onGone,
}: SheetProps) {
  const hold = (event: Event) => {
    if (locked) event.preventDefault()
  }
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay
          className={`fixed inset-0 z-40 animate-fade-in bg-scrim ${veiled ? 'invisible' : ''}`}
        />
        <Dialog.Content
          onEscapeKeyDown={hold}
          onInteractOutside={hold}
          onCloseAutoFocus={onGone}
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={`${veiled ? 'invisible ' : ''}fixed inset-0 z-50 flex animate-rise-in flex-col bg-panel sm:inset-auto sm:top-1/2 sm:left-1/2 sm:max-h-[calc(100dvh-4rem)] sm:w-[calc(100vw-2rem)] sm:max-w-lg sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-lg sm:shadow-float`}
        >
          <div className="flex items-start gap-4 border-b px-5 py-4">
            <div className="min-w-0 flex-1">
              <Dialog.Title className="text-figure font-semibold">{title}</Dialog.Title>
              {description && (
                <Dialog.Description className="text-small text-ink-quiet">{description}</Dialog.Description>
              )}
            </div>
            <Dialog.Close
              aria-label="Close"
              className="-mr-2 inline-flex size-8 items-center justify-center rounded hover:bg-raised disabled:text-ink-quiet"
              disabled={locked}
            >
              <X aria-hidden className="size-4" />
            </Dialog.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-4">{children}</div>
          {footer && (
            <div className="border-t px-5 py-4 pb-[max(1rem,env(safe-area-inset-bottom))]">{footer}</div>
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
