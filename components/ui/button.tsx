import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'

/**
 * Look of buttons and of links that act as buttons. `primary` is the one thing to do in a view (accent);
 * `secondary` has an outline, `quiet` none. Heights are 40 and 32 px, `lg` 48 px for phones and sheets.
 */
export const buttonClasses = cva(
  'inline-flex items-center justify-center gap-2 rounded font-medium whitespace-nowrap select-none transition-colors ' +
    'disabled:cursor-not-allowed aria-disabled:cursor-not-allowed [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary:
          'bg-accent text-accent-on hover:bg-accent-strong disabled:bg-raised disabled:text-ink-quiet aria-disabled:bg-raised aria-disabled:text-ink-quiet',
        secondary:
          'border border-line-control text-ink hover:bg-raised disabled:border-line disabled:text-ink-quiet aria-disabled:border-line aria-disabled:text-ink-quiet aria-disabled:hover:bg-transparent',
        quiet: 'text-ink hover:bg-raised disabled:text-ink-quiet aria-disabled:text-ink-quiet',
      },
      size: { sm: 'h-8 px-3 text-small', md: 'h-10 px-4 text-body', lg: 'h-12 px-5 text-body' },
      wide: { true: 'w-full', false: '' },
    },
    defaultVariants: { variant: 'secondary', size: 'md', wide: false },
  },
)

export type ButtonProps = ComponentProps<'button'> & VariantProps<typeof buttonClasses>

/** A native button; `type` is `button` unless given. Classes are joined without tailwind-merge: islands import this. */
export function Button({ variant, size, wide, className, type = 'button', ...props }: ButtonProps) {
  return <button type={type} className={buttonClasses({ variant, size, wide, className })} {...props} />
}
