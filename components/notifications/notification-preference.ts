'use client'

import { useSyncExternalStore } from 'react'

/** `unsupported`: this browser, or a page without https, has no notifications. `blocked`: the person refused them there. */
type NotificationPreference = 'on' | 'off' | 'blocked' | 'unsupported'

const item = 'intray.notices'
const changed = 'intray-notices-changed'

/** Whether this browser shall tell of finished documents; off until a person switches it on. */
export function useNotificationPreference(): NotificationPreference {
  return useSyncExternalStore(subscribe, getNotificationPreference, () => 'off')
}

export function getNotificationPreference(): NotificationPreference {
  if (!('Notification' in window) || !window.isSecureContext) return 'unsupported'
  if (Notification.permission === 'denied') return 'blocked'
  return Notification.permission === 'granted' && localStorage.getItem(item) === 'on' ? 'on' : 'off'
}

/** Only from a person's click: browsers ask for the permission then, and not otherwise. */
export async function setNotificationPreference(on: boolean): Promise<void> {
  const isAllowed = on && (await Notification.requestPermission()) === 'granted'
  localStorage.setItem(item, isAllowed ? 'on' : 'off')
  window.dispatchEvent(new Event(changed))
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('storage', listener)
  window.addEventListener(changed, listener)
  return () => {
    window.removeEventListener('storage', listener)
    window.removeEventListener(changed, listener)
  }
}
