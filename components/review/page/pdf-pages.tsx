'use client'

import { useEffect, useEffectEvent } from 'react'
import { createPortal } from 'react-dom'
import { useI18n } from '@/components/shell/i18n'
import type { Box } from '@/lib/documents/attention/evidence'
import { OriginalOpening, OriginalProblem } from './original-problem'
import { PageMarks } from './page-marks'
import { useTakePicture } from './page-pictures'
import { PageToolbar } from './page-toolbar'
import type { OriginalProps } from './page-view'
import { showFocus } from './page-view'
import './pdf-pages.css'
import { usePageKeys } from './use-page-keys'
import { usePdf } from './use-pdf'

/** Where no place on a page is known, its top is shown. */
const topOfPage: Box = [0, 0, 1, 0.1]

export function PdfPages({
  url,
  name,
  bytes,
  marks,
  focus,
  marksShown,
  hasKeys,
  onToggleMarks,
  onChoose,
  onRetry,
  overlay,
  onPdf,
}: OriginalProps) {
  const { t } = useI18n()
  const { containerRef, status, view, layers, controls, findPage } = usePdf({
    url,
    bytes,
    onDrawn: useTakePicture(),
    onPdf,
  })
  usePageKeys({ controls, onToggleMarks, isEnabled: hasKeys })

  const show = useEffectEvent(() => {
    const page = focus && findPage(focus.evidence.page)
    const container = containerRef.current
    if (!page || !container) return
    const box = focus.evidence.box ?? topOfPage
    showFocus({ focus, box, rotation: view.rotation, controls, container, page })
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: each pointing scrolls once, and once more when the pages are there
  useEffect(() => show(), [focus, status])

  if (status === 'failed') return <OriginalProblem name={name} url={url} onRetry={onRetry} />
  return (
    <div className="flex h-full flex-col">
      <PageToolbar
        view={view}
        controls={controls}
        marks={{ count: marks.length, isShown: marksShown, onToggle: onToggleMarks }}
      />
      <div className="relative min-h-0 flex-1 bg-sunken">
        <section
          aria-label={t('review.viewer.label', { name })}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the keyboard (WCAG 2.1.1)
          tabIndex={0}
          className="absolute inset-0 outline-offset-[-2px]"
        >
          <div ref={containerRef} className="absolute inset-0 overflow-auto" />
        </section>
        {status === 'opening' ? <OriginalOpening /> : null}
      </div>
      {layers.map((layer) =>
        createPortal(
          <>
            <PageMarks
              marks={marks.filter(({ evidence }) => evidence.page === layer.page)}
              rotation={view.rotation}
              activePath={focus?.path ?? null}
              isDimmed={focus?.how === 'review'}
              showAll={marksShown}
              onChoose={onChoose}
            />
            {overlay?.({ page: layer.page, rotation: view.rotation })}
          </>,
          layer.element,
          String(layer.page),
        ),
      )}
    </div>
  )
}
