'use client'

import { Camera } from 'lucide-react'
import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import type { Photos } from './use-photos'

/** First on a phone: the camera, or the pages that wait since before. */
export function PhotoButton({ photos }: { photos: Photos }) {
  const { t } = useI18n()
  if (!photos.isOffered) return null
  return (
    <Button variant="primary" size="large" className="w-full" onClick={photos.take}>
      <Camera aria-hidden />
      <span>{photos.waiting > 0 ? t('photo.waiting', { pages: photos.waiting }) : t('photo.take')}</span>
    </Button>
  )
}
