'use client'

import { useState } from 'react'
import { useI18n } from '@/components/shell/i18n'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { documentPaths } from '@/lib/documents/queries'
import { ImagePage } from './image-page'
import { OriginalGone } from './original-problem'
import { usePageFocus } from './page-focus'
import type { Mark, PageLayers } from './page-view'
import { PdfPages } from './pdf-pages'

type OriginalPaneProps = {
  document: DocumentDetail
  marks: Mark[]
  hasKeys?: boolean
  onChoose: (path: string) => void
} & PageLayers

/** The document as it was received, or what it was converted to, with the places where its values were read. */
export function OriginalPane({
  document,
  marks,
  hasKeys = true,
  onChoose,
  overlay,
  onPdf,
}: OriginalPaneProps) {
  const { t } = useI18n()
  const focus = usePageFocus()
  const [opening, setOpening] = useState(1)
  const [marksShown, setMarksShown] = useState(false)
  if (!document.originalAvailable) return <OriginalGone />
  const { converted } = document
  const { contentType, bytes } = converted ?? document
  const path = converted ? documentPaths.converted : documentPaths.original
  const View = contentType === 'application/pdf' ? PdfPages : ImagePage
  const view = (
    <View
      key={opening}
      url={path(document.id)}
      name={document.name}
      bytes={bytes}
      marks={marks}
      focus={focus}
      marksShown={marksShown}
      hasKeys={hasKeys}
      onToggleMarks={() => setMarksShown((before) => !before)}
      onChoose={onChoose}
      overlay={overlay}
      onPdf={onPdf}
      onRetry={() => setOpening(opening + 1)}
    />
  )
  const isCutDown = converted !== null && converted.pictures > document.pages
  if (!isCutDown) return view
  return (
    <div className="flex h-full flex-col">
      <p role="note" className="border-b bg-attention-soft px-4 py-1.5 text-sm">
        {t('review.converted.main_only', { count: converted.pictures })}
      </p>
      <div className="min-h-0 flex-1">{view}</div>
    </div>
  )
}
