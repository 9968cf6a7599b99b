'use client'

import dynamic from 'next/dynamic'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'

const Sheet = dynamic(() => import('@/components/ui/sheet').then((module) => module.Sheet), { ssr: false })

/** The sheet, opened by its button, with content that is longer than a phone is high. */
export function GallerySheet() {
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  return (
    <>
      <Button ref={opener} onClick={() => setOpen(true)}>
        Open the sheet
      </Button>
      {open && (
        <Sheet
          open
          onOpenChange={setOpen}
          title="Review delegation"
          description="What is signed, and what it changes."
          onGone={() => opener.current?.focus()}
          footer={
            <Button variant="primary" size="lg" wide onClick={() => setOpen(false)}>
              Done
            </Button>
          }
        >
          <ol className="list-decimal space-y-6 pl-5">
            {Array.from({ length: 16 }, (_, index) => (
              <li key={index}>A line of what is reviewed.</li>
            ))}
          </ol>
        </Sheet>
      )}
    </>
  )
}
