import type { ComponentProps } from 'react'
import { classNames } from '../class-names'
import { Tooltip } from '../tooltip'

type IconButtonProps = Omit<ComponentProps<'button'>, 'aria-label'> & {
  /** Says what the button does to what: it is read aloud and shown as a tooltip. */
  label: string
}

export function IconButton({ label, className, type = 'button', ...props }: IconButtonProps) {
  return (
    <Tooltip label={label}>
      <button
        type={type}
        aria-label={label}
        className={classNames(
          'inline-flex size-8 shrink-0 items-center justify-center rounded-lg text-ink-soft transition-colors hover:bg-sunken hover:text-ink disabled:cursor-not-allowed disabled:opacity-40 [&_svg]:size-4',
          className,
        )}
        {...props}
      />
    </Tooltip>
  )
}
