'use client'

import { Bell, BellRing } from 'lucide-react'
import { toast } from 'sonner'
import { useI18n } from '../shell/i18n'
import { IconButton } from '../ui/controls/icon-button'
import {
  getNotificationPreference,
  setNotificationPreference,
  useNotificationPreference,
} from './notification-preference'

/** Switches notices on and off beside the cards; not there where the browser allows none. */
export function NotificationButton() {
  const { t } = useI18n()
  const preference = useNotificationPreference()
  if (preference === 'unsupported' || preference === 'blocked') return null
  const change = async () => {
    await setNotificationPreference(preference === 'off')
    const now = getNotificationPreference()
    toast(t(now === 'blocked' ? 'notices.switch_blocked' : `notices.now_${now === 'on' ? 'on' : 'off'}`))
  }
  return (
    <IconButton label={t('notices.switch')} aria-pressed={preference === 'on'} onClick={() => void change()}>
      {preference === 'on' ? <BellRing aria-hidden className="text-accent" /> : <Bell aria-hidden />}
    </IconButton>
  )
}
