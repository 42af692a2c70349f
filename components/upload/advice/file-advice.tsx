'use client'

import { useEffect, useState } from 'react'
import { useI18n } from '@/components/shell/i18n'
import type { PageFault } from './judge-page'
import { judgePhoto } from './judge-photo'

/** What every browser draws. */
const drawable = ['image/jpeg', 'image/png', 'image/webp']

/** What could make a picture that was chosen hard to read; it goes up all the same. */
export function FileAdvice({ file, contentType }: { file: File | null; contentType: string }) {
  const { t } = useI18n()
  const [faults, setFaults] = useState<readonly PageFault[]>([])
  useEffect(() => {
    if (!file || !drawable.includes(contentType)) return
    let isGone = false
    void judgePhoto(file).then((found) => !isGone && setFaults(found))
    return () => {
      isGone = true
    }
  }, [file, contentType])
  if (faults.length === 0) return null
  return (
    <p className="text-attention text-sm">{faults.map((fault) => t(`uploads.advice.${fault}`)).join(' ')}</p>
  )
}
