'use client'

import { type ReactNode, useRef, useState } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { usePhone } from '@/components/ui/use-phone'
import { useUploads } from '../queue/upload-context'
import { joinShots } from './join-shots'
import { PhotoSheet } from './photo-sheet'
import { useShots } from './use-shots'

/** The camera of a phone: `take` opens it, or the pages that wait; `sheet` stands anywhere on the page. */
export type Photos = { isOffered: boolean; waiting: number; take: () => void; sheet: ReactNode }

export function usePhotos(): Photos {
  const { t } = useI18n()
  const { personId, addFiles } = useUploads()
  const isOffered = usePhone()
  const photos = useShots({ personId })
  const [isOpen, setOpen] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const insteadOf = useRef<string | null>(null)

  function openCamera(id: string | null) {
    insteadOf.current = id
    input.current?.click()
  }

  async function send() {
    const { shots } = photos
    const name = t('photo.name', { date: fileDate(new Date()) })
    const joined = await joinShots({ shots, name }).then(
      (file) => [file],
      // What the browser cannot read the server may.
      () => shots.map(({ file }) => file),
    )
    await addFiles(joined)
    photos.removeAll(shots)
    setOpen(false)
  }

  const sheet = (
    <>
      <input
        ref={input}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        data-camera
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) photos.add({ file, insteadOf: insteadOf.current })
          if (file) setOpen(true)
          target.value = ''
        }}
      />
      {isOpen ? (
        <PhotoSheet photos={photos} onTake={openCamera} onSend={send} onClose={() => setOpen(false)} />
      ) : null}
    </>
  )
  const waiting = photos.shots.length
  return {
    isOffered,
    waiting,
    take: () => (waiting > 0 ? setOpen(true) : openCamera(null)),
    sheet: isOffered ? sheet : null,
  }
}

/** `2026-11-29 14.32` by the clock of whoever took it: no file system minds it. */
function fileDate(at: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-')
  return `${day} ${two(at.getHours())}.${two(at.getMinutes())}`
}
