'use client'

import { Expand, MoveHorizontal, RotateCw, ScanSearch, ZoomIn, ZoomOut } from 'lucide-react'
import { useI18n } from '@/components/shell/i18n'
import { classNames } from '@/components/ui/class-names'
import { IconButton } from '@/components/ui/controls/icon-button'
import { Input } from '@/components/ui/controls/input'
import type { PageControls, PageView } from './page-view'

type PageToolbarProps = {
  view: PageView
  controls: PageControls
  marks: { count: number; isShown: boolean; onToggle: () => void }
}

const pressed = 'aria-pressed:bg-accent-soft aria-pressed:text-accent'

export function PageToolbar({ view, controls, marks }: PageToolbarProps) {
  const { t, format } = useI18n()
  return (
    <div
      role="toolbar"
      aria-label={t('review.viewer.tools')}
      className="flex h-11 shrink-0 items-center gap-0.5 border-b px-2"
    >
      {view.pageCount > 1 ? <PageNumber view={view} onGo={controls.goToPage} /> : null}
      <span className="ml-auto" />
      {marks.count > 0 ? (
        <IconButton
          label={t(marks.isShown ? 'review.viewer.marks_hide' : 'review.viewer.marks_show')}
          aria-pressed={marks.isShown}
          onClick={marks.onToggle}
          className={pressed}
        >
          <ScanSearch aria-hidden />
        </IconButton>
      ) : null}
      <span aria-hidden className="mx-1.5 h-5 w-px bg-line" />
      <IconButton label={t('review.viewer.zoom_out')} onClick={() => controls.zoom('out')}>
        <ZoomOut aria-hidden />
      </IconButton>
      <output
        aria-label={t('review.viewer.zoom', { percent: format.percent(view.scale) })}
        className="figures hidden w-11 text-center text-ink-soft text-xs sm:block"
      >
        {format.percent(view.scale)}
      </output>
      <IconButton label={t('review.viewer.zoom_in')} onClick={() => controls.zoom('in')}>
        <ZoomIn aria-hidden />
      </IconButton>
      <IconButton
        label={t('review.viewer.fit_width')}
        aria-pressed={view.fit === 'width'}
        onClick={() => controls.fitTo('width')}
        className={pressed}
      >
        <MoveHorizontal aria-hidden />
      </IconButton>
      <IconButton
        label={t('review.viewer.fit_page')}
        aria-pressed={view.fit === 'page'}
        onClick={() => controls.fitTo('page')}
        className={classNames(pressed)}
      >
        <Expand aria-hidden />
      </IconButton>
      <span aria-hidden className="mx-1.5 h-5 w-px bg-line" />
      <IconButton label={t('review.viewer.rotate')} onClick={controls.rotate}>
        <RotateCw aria-hidden />
      </IconButton>
    </div>
  )
}

type PageNumberProps = { view: PageView; onGo: (page: number) => void }

/** Says the page in sight and goes to the one typed in. */
function PageNumber({ view, onGo }: PageNumberProps) {
  const { t, format } = useI18n()
  const go = (text: string) => {
    const page = Math.round(Number(text))
    if (page >= 1 && page <= view.pageCount) onGo(page)
  }
  return (
    <span className="figures flex items-center gap-2 pl-1 text-ink-soft text-sm">
      <Input
        // A new key takes the page in sight over what stands in the box.
        key={view.page}
        defaultValue={view.page}
        inputMode="numeric"
        aria-label={t('review.viewer.page')}
        onBlur={(event) => go(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && go(event.currentTarget.value)}
        className="h-7 w-12 px-1 text-center shadow-none"
      />
      <span>{t('review.viewer.page_of', { pages: format.number(view.pageCount) })}</span>
    </span>
  )
}
