'use client'

import { useId } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { Checkbox } from '@/components/ui/controls/checkbox'
import type { Ability } from '@/lib/people/roles'

type AbilityChoiceProps = { offered: Ability[]; chosen: Ability[]; onChange: (chosen: Ability[]) => void }

/** What of the person's own abilities a token gets. */
export function AbilityChoice({ offered, chosen, onChange }: AbilityChoiceProps) {
  const { t } = useI18n()
  const id = useId()
  const toggle = (ability: Ability, isOn: boolean) =>
    onChange(offered.filter((one) => (one === ability ? isOn : chosen.includes(one))))
  return (
    <fieldset className="my-4">
      <legend className="mb-2 font-medium text-sm">{t('tokens.abilities')}</legend>
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        {offered.map((ability) => (
          <label
            key={ability}
            htmlFor={`${id}-${ability}`}
            className="flex min-h-6 items-center gap-2 text-sm"
          >
            <Checkbox
              id={`${id}-${ability}`}
              checked={chosen.includes(ability)}
              onCheckedChange={(isOn) => toggle(ability, isOn === true)}
            />
            <span>{t(`tokens.ability.${ability}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
