'use client'

import { useEffect, useRef } from 'react'
import { useI18n } from '@/components/shell/i18n'
import type { Evidence } from '@/lib/documents/attention/evidence'
import { usePagePicture } from '../page/page-pictures'
import { rotateBox } from '../page/page-view'
import { cropOf } from './evidence-crop'

/** The piece of the page where a value was read; nothing where that is not known. */
export function EvidencePicture({ evidence }: { evidence: Evidence | null }) {
  const { t } = useI18n()
  const canvas = useRef<HTMLCanvasElement>(null)
  const drawn = usePagePicture(evidence?.page ?? null)
  const box = evidence?.box ?? null
  useEffect(() => {
    if (!drawn || !box || !canvas.current) return
    const { picture, rotation } = drawn
    const [width, height] =
      picture instanceof HTMLImageElement
        ? [picture.naturalWidth, picture.naturalHeight]
        : [picture.width, picture.height]
    // pdf.js empties the canvases of pages that are long out of sight; what was drawn from one stays.
    if (width === 0 || height === 0) return
    const [x, y, wide, high] = cropOf(rotateBox({ box, rotation }))
    const target = canvas.current
    target.width = Math.max(1, Math.round(wide * width))
    target.height = Math.max(1, Math.round(high * height))
    const source = [x * width, y * height, target.width, target.height] as const
    target.getContext('2d')?.drawImage(picture, ...source, 0, 0, target.width, target.height)
  }, [drawn, box])
  if (!evidence || !box) return null
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={t('review.queue.crop', { page: evidence.page, text: evidence.text ?? '' })}
      className="block max-h-28 w-full rounded-lg border bg-white object-contain"
    />
  )
}
