'use client'

import { useState } from 'react'
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

/** The document as it was received, with the places where its values were read. */
export function OriginalPane({
  document,
  marks,
  hasKeys = true,
  onChoose,
  overlay,
  onPdf,
}: OriginalPaneProps) {
  const focus = usePageFocus()
  const [opening, setOpening] = useState(1)
  const [marksShown, setMarksShown] = useState(false)
  if (!document.originalAvailable) return <OriginalGone />
  const View = document.contentType === 'application/pdf' ? PdfPages : ImagePage
  return (
    <View
      key={opening}
      url={documentPaths.original(document.id)}
      name={document.name}
      bytes={document.bytes}
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
}
