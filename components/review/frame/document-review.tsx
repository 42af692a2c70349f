'use client'

import { Ban, RotateCw, Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useCallback, useMemo, useState } from 'react'
import { isActionAllowed } from '@/components/documents/actions/bulk-plan'
import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import { IconButton } from '@/components/ui/controls/icon-button'
import { Notice } from '@/components/ui/notice'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { documentPaths } from '@/lib/documents/queries'
import { usePendingDocument } from '../outbox/use-pending-document'
import { PageFocusProvider } from '../page/page-focus'
import { useMarks } from '../page/use-marks'
import { PointableOriginal } from '../pointing/pointable-original'
import { PointingProvider } from '../pointing/pointing'
import { buildDocumentTree } from '../result/document-tree'
import { listValues } from '../result/result-tree'
import { TableWorkProvider } from '../table/table-work'
import { focusValue, useValueKeys } from '../values/use-value-keys'
import { ValueSaveProvider } from '../values/value-save'
import { ActionDialog } from './action-dialog'
import { CheckButton } from './check-button'
import { DownloadMenu } from './download-menu'
import { ReviewHeader } from './review-header'
import { type PaneName, ReviewPanes } from './review-panes'
import { useNeighbours } from './use-neighbours'
import { useReviewAction } from './use-review-action'
import { ValuesPane } from './values-pane'

/** One document: its original beside what was read of it. */
export function DocumentReview({ document: saved }: { document: DocumentDetail }) {
  const { document, isStuck } = usePendingDocument(saved)
  const { t, locale } = useI18n()
  const router = useRouter()
  const neighbours = useNeighbours(document.id)
  const [pane, setPane] = useState<PaneName>('values')
  const { confirming, request, confirm, isBusy, refusal } = useReviewAction({
    document,
    onRemoved: () =>
      router.replace(neighbours.nextId ? documentPaths.page(neighbours.nextId) : neighbours.listPath),
  })
  useValueKeys()

  const { state } = document
  const nodes = useMemo(() => buildDocumentTree({ document, locale }), [document, locale])
  const values = useMemo(() => listValues(nodes), [nodes])
  const marks = useMarks(values)
  const chooseValue = useCallback((path: string) => {
    setPane('values')
    // On a phone the values are shown with the next frame only.
    requestAnimationFrame(() => focusValue(path))
  }, [])

  const retry = isActionAllowed({ action: 'retry', document }) ? (
    <Button size="small" variant="primary" disabled={isBusy} onClick={() => request('retry')}>
      <RotateCw aria-hidden />
      <span>{t('review.action.retry')}</span>
    </Button>
  ) : null
  return (
    <PageFocusProvider>
      <ReviewHeader
        document={document}
        neighbours={neighbours}
        actions={
          <>
            <CheckButton
              document={document}
              onNext={() => neighbours.nextId && router.push(documentPaths.page(neighbours.nextId))}
            />
            {state === 'uncertain' ? retry : null}
            {isActionAllowed({ action: 'cancel', document }) ? (
              <Button size="small" disabled={isBusy} onClick={() => request('cancel')}>
                <Ban aria-hidden />
                <span>{t('review.action.cancel')}</span>
              </Button>
            ) : null}
            <DownloadMenu document={document} />
            <IconButton
              label={`${t('review.action.delete')}: ${document.name}`}
              disabled={isBusy || !isActionAllowed({ action: 'remove', document })}
              onClick={() => request('remove')}
            >
              <Trash2 aria-hidden />
            </IconButton>
          </>
        }
      />
      {isStuck ? <Notice tone="attention" title={t('review.table.pending')} className="mb-3" /> : null}
      {refusal ? (
        <Notice urgent tone="bad" title={t('review.refused')} className="mb-3">
          {refusal}
        </Notice>
      ) : null}
      <PointingProvider document={document} values={values}>
        <ReviewPanes
          pane={pane}
          onPane={setPane}
          original={<PointableOriginal document={document} marks={marks} onChoose={chooseValue} />}
          values={
            <ValueSaveProvider id={document.id}>
              <TableWorkProvider document={document} values={values}>
                <ValuesPane document={document} nodes={nodes} values={values} remedies={retry} />
              </TableWorkProvider>
            </ValueSaveProvider>
          }
        />
      </PointingProvider>
      {confirming ? (
        <ActionDialog
          document={document}
          action={confirming}
          onConfirm={() => void confirm()}
          onClose={() => request(null)}
        />
      ) : null}
    </PageFocusProvider>
  )
}
