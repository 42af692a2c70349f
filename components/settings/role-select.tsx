'use client'

import { type Role, roles } from '@/lib/people/roles'
import { useI18n } from '../shell/i18n'
import { Select } from '../ui/controls/select'

type RoleSelectProps = {
  value: Role
  onChange: (role: Role) => void
  id?: string
  'aria-label'?: string
  disabled?: boolean
  className?: string
}

export function RoleSelect({ onChange, ...select }: RoleSelectProps) {
  const { t } = useI18n()
  const choose = (value: string) => {
    const role = roles.find((one) => one === value)
    if (role) onChange(role)
  }
  return (
    <Select
      {...select}
      onChange={choose}
      options={roles.map((role) => ({ value: role, label: t(`account.role.${role}`) }))}
    />
  )
}
