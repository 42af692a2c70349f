'use client'

import { type CSSProperties, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { OriginalOpening, OriginalProblem } from './original-problem'
import { PageMarks } from './page-marks'
import { useTakePicture } from './page-pictures'
import { PageToolbar } from './page-toolbar'
import type { OriginalProps } from './page-view'
import { showFocus } from './page-view'
import { usePageKeys } from './use-page-keys'
import { useDragScroll, usePicture } from './use-picture'

export function ImagePage({
  url,
  name,
  marks,
  focus,
  marksShown,
  hasKeys,
  onToggleMarks,
  onChoose,
  onRetry,
  overlay,
}: OriginalProps) {
  const { t } = useI18n()
  const { containerRef, picture, sheet, view, controls, onSize } = usePicture()
  const sheetRef = useRef<HTMLDivElement>(null)
  const takePicture = useTakePicture()
  const [hasFailed, setFailed] = useState(false)
  useDragScroll(containerRef)
  usePageKeys({ controls, onToggleMarks, isEnabled: hasKeys })

  const show = useEffectEvent(() => {
    const [container, page] = [containerRef.current, sheetRef.current]
    if (!focus?.evidence.box || !container || !page) return
    showFocus({ focus, box: focus.evidence.box, rotation: view.rotation, controls, container, page })
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: each pointing scrolls once, and once more when the picture is there
  useEffect(() => show(), [focus, picture, focus?.how === 'review' && view.scale])

  if (hasFailed) return <OriginalProblem name={name} url={url} onRetry={onRetry} />
  return (
    <div className="flex h-full flex-col">
      <PageToolbar
        view={view}
        controls={controls}
        marks={{ count: marks.length, isShown: marksShown, onToggle: onToggleMarks }}
      />
      <div className="relative min-h-0 flex-1 bg-sunken">
        <section
          ref={containerRef}
          aria-label={t('review.viewer.label', { name })}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the keyboard (WCAG 2.1.1)
          tabIndex={0}
          className="absolute inset-0 cursor-grab overflow-auto outline-offset-[-2px] active:cursor-grabbing"
        >
          <div className="grid min-h-full min-w-full w-max place-items-start justify-center p-6">
            <div
              ref={sheetRef}
              className="relative overflow-hidden bg-white shadow-[0_0_0_1px_var(--line-strong)]"
              style={
                sheet
                  ? { width: sheet.width * view.scale, height: sheet.height * view.scale }
                  : { visibility: 'hidden' }
              }
            >
              <img
                src={url}
                alt={t('review.viewer.label', { name })}
                draggable={false}
                className="absolute top-1/2 left-1/2 max-w-none"
                style={turned({ picture, scale: view.scale, rotation: view.rotation })}
                onLoad={({ currentTarget }) => {
                  onSize({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
                  takePicture({ page: 1, picture: currentTarget, rotation: 0 })
                }}
                onError={() => setFailed(true)}
              />
              <div className="pointer-events-none absolute inset-0">
                <PageMarks
                  marks={marks}
                  rotation={view.rotation}
                  activePath={focus?.path ?? null}
                  isDimmed={focus?.how === 'review'}
                  showAll={marksShown}
                  onChoose={onChoose}
                />
                {picture ? overlay?.({ page: 1, rotation: view.rotation }) : null}
              </div>
            </div>
          </div>
        </section>
        {picture ? null : <OriginalOpening />}
      </div>
    </div>
  )
}

type Turned = { picture: { width: number; height: number } | null; scale: number; rotation: number }

function turned({ picture, scale, rotation }: Turned): CSSProperties {
  if (!picture) return { visibility: 'hidden' }
  return {
    width: picture.width * scale,
    height: picture.height * scale,
    transform: `translate(-50%, -50%) rotate(${rotation}deg)`,
  }
}
