'use client'

import { Bell, BellRing } from 'lucide-react'
import { toast } from 'sonner'
import { useWords } from '../shell/words'
import { IconButton } from '../ui/controls/icon-button'
import { changeNoticeWish, readNoticeWish, useNoticeWish } from './notification-preference'

/** Switches notices on and off beside the cards; not there where the browser allows none. */
export function NoticeButton() {
  const { t } = useWords()
  const wish = useNoticeWish()
  if (wish === 'unsupported' || wish === 'blocked') return null
  const change = async () => {
    await changeNoticeWish(wish === 'off')
    const now = readNoticeWish()
    toast(t(now === 'blocked' ? 'notices.switch_blocked' : `notices.now_${now === 'on' ? 'on' : 'off'}`))
  }
  return (
    <IconButton label={t('notices.switch')} aria-pressed={wish === 'on'} onClick={() => void change()}>
      {wish === 'on' ? <BellRing aria-hidden className="text-accent" /> : <Bell aria-hidden />}
    </IconButton>
  )
}
