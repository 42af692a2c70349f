'use client'

import { type ComponentProps, type ReactNode, useState } from 'react'
import { ConfirmDialog } from './confirm-dialog'
import { Menu, MenuContent, MenuItem } from './menu'
import { MenuButton } from './menu-button'

type ConfirmedChoice = {
  id: string
  item: ReactNode
  disabled?: boolean
  question: Pick<ComponentProps<typeof ConfirmDialog>, 'title' | 'description' | 'confirmLabel'>
  onConfirm: () => void
}

type ConfirmMenuProps = Pick<ComponentProps<typeof MenuButton>, 'size' | 'disabled' | 'className'> & {
  icon: ReactNode
  label: string
  cancelLabel: string
  choices: ConfirmedChoice[]
  align?: 'start' | 'end'
}

/** A menu that asks about what was chosen before it is done. */
export function ConfirmMenu({
  icon,
  label,
  cancelLabel,
  choices,
  disabled,
  align,
  ...button
}: ConfirmMenuProps) {
  const [chosen, setChosen] = useState<ConfirmedChoice | null>(null)
  // As it is by now; one that is gone is still asked about as it was.
  const asked = chosen && (choices.find(({ id }) => id === chosen.id) ?? chosen)
  return (
    <>
      <Menu>
        <MenuButton {...button} disabled={disabled || choices.every((choice) => choice.disabled)}>
          {icon}
          <span>{label}</span>
        </MenuButton>
        <MenuContent align={align}>
          {choices.map((choice) => (
            <MenuItem key={choice.id} disabled={choice.disabled} onSelect={() => setChosen(choice)}>
              {choice.item}
            </MenuItem>
          ))}
        </MenuContent>
      </Menu>
      {asked ? (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setChosen(null)}
          tone="primary"
          {...asked.question}
          cancelLabel={cancelLabel}
          onConfirm={asked.onConfirm}
        />
      ) : null}
    </>
  )
}
