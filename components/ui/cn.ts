import { type ClassValue, clsx } from 'clsx'
import { extendTailwindMerge } from 'tailwind-merge'

const merge = extendTailwindMerge({
  extend: {
    classGroups: {
      'font-size': [{ text: ['small', 'body', 'figure', 'title'] }],
      shadow: [{ shadow: ['float'] }],
    },
  },
})

/** Joins class names; of two utilities for the same property the later wins. Knows the project's text sizes. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes))
}
