import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Button } from './button'
import { MenuTrigger } from './menu'

/** A button that opens a menu, and says so by its arrow. */
export function MenuButton({ children, ...props }: ComponentProps<typeof Button>) {
  return (
    <MenuTrigger asChild>
      <Button {...props}>
        {children}
        <ChevronDown aria-hidden className="text-ink-faint" />
      </Button>
    </MenuTrigger>
  )
}
