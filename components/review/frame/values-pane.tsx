'use client'

import { type ReactNode, useState } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/controls/tabs'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { HistoryView } from '../history/history-view'
import { EndedView } from '../progress/ended-view'
import { WaitingView } from '../progress/waiting-view'
import type { ResultNode, ResultValue } from '../result/result-tree'
import { focusValue } from '../values/use-value-keys'
import { ValuesView } from '../values/values-view'
import { DetailsView } from './details-view'
import { JsonView } from './json-view'

type ValuesPaneProps = {
  document: DocumentDetail
  nodes: ResultNode[]
  values: ResultValue[]
  /** What can be done about a document that ended without values. */
  remedies: ReactNode
}

const tabs = ['values', 'json', 'history', 'details'] as const

/** What was read of the document, and how that went. */
export function ValuesPane({ document, nodes, values, remedies }: ValuesPaneProps) {
  const { t } = useI18n()
  const [tab, setTab] = useState<string>('values')
  const showValue = (path: string) => {
    setTab('values')
    // The values are there with the next frame only.
    requestAnimationFrame(() => focusValue(path))
  }
  return (
    <Tabs value={tab} onValueChange={setTab} className="flex h-full min-h-0 flex-col">
      <TabsList className="h-11 shrink-0 overflow-x-auto overflow-y-hidden px-2 sm:px-3 print:hidden">
        {tabs.map((tab) => (
          <TabsTrigger key={tab} value={tab} className="whitespace-nowrap -outline-offset-2">
            {t(`review.tab.${tab}`)}
          </TabsTrigger>
        ))}
      </TabsList>
      <div className="min-h-0 flex-1 lg:overflow-y-auto lg:overscroll-contain">
        <TabsContent value="values" tabIndex={-1}>
          {document.state === 'done' ? (
            <ValuesView document={document} nodes={nodes} values={values} />
          ) : document.state === 'failed' || document.state === 'cancelled' ? (
            <EndedView document={document} actions={remedies} />
          ) : (
            <WaitingView document={document} />
          )}
        </TabsContent>
        <TabsContent value="json" tabIndex={-1}>
          <JsonView result={document.result} />
        </TabsContent>
        <TabsContent value="history" tabIndex={-1}>
          <HistoryView document={document} values={values} onShow={showValue} />
        </TabsContent>
        <TabsContent value="details" tabIndex={-1}>
          <DetailsView document={document} />
        </TabsContent>
      </div>
    </Tabs>
  )
}
