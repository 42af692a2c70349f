'use client'

import { Eye, EyeOff } from 'lucide-react'
import { type ComponentProps, useState } from 'react'
import { useI18n } from '../shell/i18n'
import { IconButton } from '../ui/controls/icon-button'
import { Input } from '../ui/controls/input'

/** A password field that can show what was typed. */
export function PasswordInput(props: Omit<ComponentProps<'input'>, 'type'>) {
  const { t } = useI18n()
  const [shown, setShown] = useState(false)
  const Icon = shown ? EyeOff : Eye
  return (
    <div className="relative">
      <Input {...props} type={shown ? 'text' : 'password'} className="pr-11" />
      <IconButton
        label={t(shown ? 'account.password.hide' : 'account.password.show')}
        aria-pressed={shown}
        className="absolute top-1 right-1"
        onClick={() => setShown(!shown)}
      >
        <Icon aria-hidden />
      </IconButton>
    </div>
  )
}
