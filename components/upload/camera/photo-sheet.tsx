'use client'

import { ArrowLeft, ArrowRight, Camera, RotateCw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import { Dialog, DialogContent } from '@/components/ui/controls/dialog'
import { IconButton } from '@/components/ui/controls/icon-button'
import { PageAdvice } from '../advice/page-advice'
import { useAdvice } from '../advice/use-advice'
import { PhotoPicture } from './photo-picture'
import { PhotoStrip } from './photo-strip'
import type { Shots } from './use-shots'

type PhotoSheetProps = {
  photos: Shots
  onTake: (insteadOf: string | null) => void
  onSend: () => Promise<void>
  onClose: () => void
}

/** The pages that were photographed: put in order, turned, taken anew, and sent as one document. */
export function PhotoSheet({ photos, onTake, onSend, onClose }: PhotoSheetProps) {
  const { t } = useI18n()
  const { shots, turn, move, remove } = photos
  /** Counted from 0; the last one without. */
  const [chosen, setChosen] = useState<number>()
  const [isSending, setSending] = useState(false)
  const advice = useAdvice(shots)
  const index = Math.min(chosen ?? shots.length, shots.length - 1)
  const shot = shots[index]
  if (!shot) return null
  const page = index + 1

  function moveChosen(by: -1 | 1) {
    if (shot) move(shot.id, by)
    setChosen(index + by)
  }

  async function send() {
    setSending(true)
    await onSend()
    setSending(false)
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t('photo.title')}
        closeLabel={t('common.close')}
        className="flex max-h-dvh flex-col p-4 pb-[max(1rem,env(safe-area-inset-bottom))]"
      >
        <PhotoPicture
          shot={shot}
          alt={t('photo.page', { page })}
          className="mx-auto w-full max-w-[45dvh] rounded-lg bg-sunken"
        />
        <PageAdvice page={page} faults={advice.get(shot.id) ?? []} />
        <div className="flex items-center justify-center gap-1 py-2 [&_button]:size-11 [&_svg]:size-5">
          <IconButton
            label={t('photo.earlier', { page })}
            disabled={index === 0}
            onClick={() => moveChosen(-1)}
          >
            <ArrowLeft aria-hidden />
          </IconButton>
          <IconButton
            label={t('photo.retake', { page })}
            onClick={() => {
              setChosen(index)
              onTake(shot.id)
            }}
          >
            <Camera aria-hidden />
          </IconButton>
          <IconButton label={t('photo.turn', { page })} onClick={() => turn(shot.id)}>
            <RotateCw aria-hidden />
          </IconButton>
          <IconButton label={t('photo.remove', { page })} onClick={() => remove(shot.id)}>
            <Trash2 aria-hidden />
          </IconButton>
          <IconButton
            label={t('photo.later', { page })}
            disabled={page === shots.length}
            onClick={() => moveChosen(1)}
          >
            <ArrowRight aria-hidden />
          </IconButton>
        </div>
        <PhotoStrip
          shots={shots}
          chosen={shot.id}
          doubtful={new Set([...advice].flatMap(([id, faults]) => (faults.length > 0 ? id : [])))}
          onChoose={setChosen}
          onAdd={() => {
            setChosen(undefined)
            onTake(null)
          }}
        />
        <Button
          variant="primary"
          size="large"
          className="mt-3 w-full"
          disabled={isSending}
          onClick={() => void send()}
        >
          {t('photo.send', { pages: shots.length })}
        </Button>
      </DialogContent>
    </Dialog>
  )
}
