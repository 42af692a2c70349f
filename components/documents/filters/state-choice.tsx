'use client'

import { ChevronDown } from 'lucide-react'
import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import { controlStyles } from '@/components/ui/controls/input'
import { Menu, MenuCheckboxItem, MenuContent, MenuTrigger } from '@/components/ui/controls/menu'
import { type DocumentState, documentStateNames } from '@/lib/documents/model/status'
import { stateLooks } from '../summary/state-badge'

type StateChoiceProps = { states: DocumentState[]; onChange: (states: DocumentState[] | undefined) => void }

/** Several states at once; none chosen means all. */
export function StateChoice({ states, onChange }: StateChoiceProps) {
  const { t } = useI18n()
  const [only] = states
  const words =
    states.length === 1 && only
      ? t(`state.${only}`)
      : states.length > 1
        ? t('table.filter.states', { count: states.length })
        : t('table.filter.state')
  const toggle = (state: DocumentState) => {
    const next = states.includes(state) ? states.filter((one) => one !== state) : [...states, state]
    onChange(next.length > 0 ? next : undefined)
  }
  return (
    <Menu>
      <MenuTrigger
        className={classNames(
          controlStyles,
          'flex h-9 items-center justify-between gap-2 sm:w-auto',
          states.length > 0 && 'border-accent text-accent',
        )}
      >
        <span>{words}</span>
        <ChevronDown aria-hidden className="size-4 text-ink-faint" />
      </MenuTrigger>
      <MenuContent align="start">
        {documentStateNames.map((state) => {
          const Icon = stateLooks[state].icon
          return (
            <MenuCheckboxItem
              key={state}
              checked={states.includes(state)}
              onCheckedChange={() => toggle(state)}
              onSelect={(event) => event.preventDefault()}
            >
              <Icon aria-hidden />
              <span>{t(`state.${state}`)}</span>
            </MenuCheckboxItem>
          )
        })}
      </MenuContent>
    </Menu>
  )
}
