'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import { useI18n } from '@/components/shell/i18n'
import { PanelBoundary } from '@/components/shell/panel-boundary'
import { Segmented } from '@/components/ui/controls/segmented'
import { useWideScreen } from '@/components/ui/use-wide-screen'
import { usePageFocus } from '../page/page-focus'

export type PaneName = 'original' | 'values'

type ReviewPanesProps = {
  original: ReactNode
  values: ReactNode
  pane: PaneName
  onPane: (pane: PaneName) => void
}

/** Original and values beside each other, or one at a time where there is no room for both. */
export function ReviewPanes(props: ReviewPanesProps) {
  return useWideScreen() ? <SideBySide {...props} /> : <OneAtATime {...props} />
}

const sheet = 'h-full overflow-hidden rounded-2xl border bg-surface shadow-small'

function SideBySide({ original, values }: ReviewPanesProps) {
  const { t } = useI18n()
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({
    id: 'intray.review',
    panelIds: ['original', 'values'],
    storage: localStorage,
  })
  return (
    <div className="print-flow -mb-10 h-[calc(100dvh-10.75rem)] min-h-[30rem]">
      <Group
        aria-label={t('review.panes')}
        {...(defaultLayout ? { defaultLayout } : {})}
        onLayoutChanged={onLayoutChanged}
      >
        <Panel id="original" defaultSize="54%" minSize="25%" className={`${sheet} print:hidden`}>
          <PanelBoundary>{original}</PanelBoundary>
        </Panel>
        <Separator
          aria-label={t('review.resize')}
          className="group flex w-4 print:hidden items-center justify-center outline-none"
        >
          <span className="h-10 w-1 rounded-full bg-line-strong transition-colors group-hover:bg-accent group-focus-visible:bg-accent group-data-[separator=active]:bg-accent" />
        </Separator>
        <Panel id="values" defaultSize="46%" minSize="25%" className={sheet}>
          <PanelBoundary>{values}</PanelBoundary>
        </Panel>
      </Group>
    </div>
  )
}

function OneAtATime({ original, values, pane, onPane }: ReviewPanesProps) {
  const { t } = useI18n()
  const focus = usePageFocus()
  const [wasOpened, setOpened] = useState(pane === 'original')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (focus?.how !== 'go') return
    onPane('original')
    box.current?.scrollIntoView({ block: 'start' })
  }, [focus, onPane])
  useEffect(() => {
    if (pane === 'original') setOpened(true)
  }, [pane])
  return (
    <div ref={box} className="print-flow scroll-mt-16">
      <div className="print:hidden">
        <Segmented
          label={t('review.panes')}
          value={pane}
          onChange={onPane}
          options={[
            { value: 'values', label: t('review.pane.values') },
            { value: 'original', label: t('review.pane.original') },
          ]}
        />
      </div>
      <div hidden={pane !== 'original'} className="mt-3 h-[calc(100dvh-11rem)]">
        <div className={sheet}>{wasOpened ? <PanelBoundary>{original}</PanelBoundary> : null}</div>
      </div>
      <div hidden={pane !== 'values'} className="mt-3">
        <div className="rounded-2xl border bg-surface shadow-small">
          <PanelBoundary>{values}</PanelBoundary>
        </div>
      </div>
    </div>
  )
}
