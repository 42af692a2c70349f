'use client'

import { ChevronsUpDown, LogOut, UserRound } from 'lucide-react'
import { useRouter } from 'next/navigation'
import {
  Menu,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
  MenuTrigger,
} from '@/components/ui/controls/menu'
import { locales } from '@/lib/i18n/catalogues'
import type { Role } from '@/lib/people/roles'
import { useI18n } from '../i18n'
import { storeTheme, type Theme, themes } from '../preferences'
import { signOutHere } from '../session/sign-out'
import { useLanguage } from '../use-language'

type AccountMenuProps = { name: string; email: string; role: Role; theme: Theme }

/** Who is signed in; language, appearance and the way out. */
export function AccountMenu({ name, email, role, theme }: AccountMenuProps) {
  const { t, locale } = useI18n()
  const router = useRouter()
  const chooseLocale = useLanguage()
  const chooseTheme = (next: string) => {
    storeTheme(next as Theme)
    router.refresh()
  }
  return (
    <Menu>
      <MenuTrigger
        aria-label={t('account.menu', { name })}
        className="flex w-full items-center gap-2.5 rounded-lg p-2 text-left hover:bg-sunken"
      >
        <Initials name={name} />
        <span className="hidden min-w-0 flex-1 lg:block">
          <span className="block truncate font-medium text-sm">{name}</span>
          <span className="block truncate text-ink-faint text-xs">{t(`account.role.${role}`)}</span>
        </span>
        <ChevronsUpDown aria-hidden className="hidden size-4 text-ink-faint lg:block" />
      </MenuTrigger>
      <MenuContent align="end" className="w-56">
        <MenuLabel className="truncate">{email}</MenuLabel>
        <MenuSeparator />
        <MenuLabel>{t('language.label')}</MenuLabel>
        <MenuRadioGroup value={locale} onValueChange={chooseLocale}>
          {locales.map((one) => (
            <MenuRadioItem key={one} value={one} lang={one}>
              {t(`language.${one}`)}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
        <MenuSeparator />
        <MenuLabel>{t('theme.label')}</MenuLabel>
        <MenuRadioGroup value={theme} onValueChange={chooseTheme}>
          {themes.map((one) => (
            <MenuRadioItem key={one} value={one}>
              {t(`theme.${one}`)}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
        <MenuSeparator />
        <MenuItem onSelect={() => router.push('/account')}>
          <UserRound aria-hidden />
          <span>{t('account.title')}</span>
        </MenuItem>
        <MenuItem onSelect={() => void signOutHere()}>
          <LogOut aria-hidden />
          <span>{t('account.sign_out')}</span>
        </MenuItem>
      </MenuContent>
    </Menu>
  )
}

function Initials({ name }: { name: string }) {
  const letters = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word[0]?.toUpperCase())
    .join('')
  return (
    <span
      aria-hidden
      className="flex size-8 shrink-0 items-center justify-center rounded-full bg-accent-soft font-semibold text-accent text-xs"
    >
      {letters}
    </span>
  )
}
