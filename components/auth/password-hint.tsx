'use client'

import { minPasswordLength } from '@/lib/people/account-schema'
import {
  type PasswordStrength,
  passwordStrength,
  passwordStrengths,
} from '@/lib/people/passwords/password-strength'
import { useI18n } from '../shell/i18n'
import { classNames } from '../ui/class-names'

const tones: Record<PasswordStrength, string> = {
  short: 'bg-line-strong',
  weak: 'bg-attention',
  fair: 'bg-working',
  strong: 'bg-good',
}

/** How good the password is, in words and, beside them, as a bar of three parts. */
export function PasswordHint({ password, known }: { password: string; known: string[] }) {
  const { t } = useI18n()
  const strength = passwordStrength({ password, known })
  const parts = passwordStrengths.indexOf(strength)
  return (
    <span className="flex items-center gap-2">
      <span className="flex gap-1" aria-hidden>
        {passwordStrengths.slice(1).map((part, index) => (
          <span
            key={part}
            className={classNames('h-1.5 w-6 rounded-full', index < parts ? tones[strength] : 'bg-line')}
          />
        ))}
      </span>
      <span>{t(`account.password.${strength}`, { length: minPasswordLength })}</span>
    </span>
  )
}
