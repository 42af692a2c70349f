import { cva, type VariantProps } from 'class-variance-authority'
import { Slot } from 'radix-ui'
import type { ComponentProps } from 'react'
import { classNames } from '../class-names'

const buttonStyles = cva(
  'inline-flex items-center justify-center gap-2 whitespace-nowrap rounded-lg font-medium transition-colors disabled:cursor-not-allowed disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'bg-accent text-on-accent shadow-small hover:bg-accent-strong',
        secondary: 'border border-line-strong bg-raised text-ink shadow-small hover:bg-sunken',
        quiet: 'text-ink-soft hover:bg-sunken hover:text-ink',
        danger: 'border border-bad/40 bg-raised text-bad shadow-small hover:bg-bad-soft',
      },
      size: { small: 'h-8 px-2.5 text-sm', medium: 'h-10 px-4 text-sm', large: 'h-12 px-6 text-base' },
    },
    defaultVariants: { variant: 'secondary', size: 'medium' },
  },
)

type ButtonProps = ComponentProps<'button'> & VariantProps<typeof buttonStyles> & { asChild?: boolean }

export function Button({ asChild, className, variant, size, type = 'button', ...props }: ButtonProps) {
  const classes = classNames(buttonStyles({ variant, size }), className)
  if (asChild) return <Slot.Root className={classes} {...props} />
  return <button type={type} className={classes} {...props} />
}
