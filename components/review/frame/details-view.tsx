'use client'

import type { ReactNode } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { useNow } from '@/components/shell/use-now'
import { CopyButton } from '@/components/ui/controls/copy-button'
import type { DocumentDetail } from '@/lib/documents/model/schema'
import { nameOfKind } from '@/lib/files/upload-policy'
import { stepLabel } from '@/lib/steps/step-label'

/** What is known of the document itself, apart from its values. */
export function DetailsView({ document }: { document: DocumentDetail }) {
  const { t, format } = useI18n()
  const { identification, metadata } = document
  return (
    <dl className="divide-y px-4 py-2 text-sm sm:px-5">
      <Detail label={t('review.details.file')}>
        <span>{document.name}</span>
        <span className="figures block text-ink-faint">
          {`${format.bytes(document.bytes)} · ${document.contentType}`}
        </span>
      </Detail>
      {document.converted ? (
        <Detail label={t('review.details.converted')}>
          {`${nameOfKind(document.converted.contentType)} · ${format.bytes(document.converted.bytes)}`}
        </Detail>
      ) : null}
      <Detail label={t('review.details.step')}>{stepLabel({ t, name: document.step.name })}</Detail>
      <Detail label={t('review.details.pages')}>{format.number(document.pages)}</Detail>
      <Detail label={t('review.details.person')}>
        <span>{document.uploadedBy.name}</span>
        {document.sentWith ? (
          <span className="block text-ink-faint">
            {t('review.details.sent_with', { token: document.sentWith })}
          </span>
        ) : null}
      </Detail>
      <Detail label={t('review.details.received')}>{format.exactTime(document.receivedAt)}</Detail>
      {document.finishedAt ? (
        <Detail label={t('review.details.finished')}>{format.exactTime(document.finishedAt)}</Detail>
      ) : null}
      {document.confirmedAt && document.confirmedBy ? (
        <Detail label={t('review.details.confirmed')}>
          <Confirmed by={document.confirmedBy} at={document.confirmedAt} />
        </Detail>
      ) : null}
      {identification ? (
        <Detail label={t('review.details.identified')}>
          {`${identification.document_type} · ${format.percent(identification.confidence)}`}
        </Detail>
      ) : null}
      <Detail label={t('review.details.sha')} copy={document.sha256}>
        <code className="break-all text-xs">{document.sha256}</code>
      </Detail>
      <Detail label={t('review.details.id')} copy={document.id}>
        <code className="break-all text-xs">{document.id}</code>
      </Detail>
      {document.executionId ? (
        <Detail label={t('review.details.execution')} copy={document.executionId}>
          <code className="break-all text-xs">{document.executionId}</code>
        </Detail>
      ) : null}
      <Detail label={t('review.details.metadata')}>
        {metadata && Object.keys(metadata).length > 0 ? (
          <pre className="overflow-x-auto whitespace-pre-wrap break-words text-xs">
            {JSON.stringify(metadata, null, 2)}
          </pre>
        ) : (
          <span className="text-ink-faint">{t('review.details.metadata_none')}</span>
        )}
      </Detail>
    </dl>
  )
}

function Detail({ label, copy, children }: { label: string; copy?: string; children: ReactNode }) {
  const { t } = useI18n()
  return (
    <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)_1.75rem] items-baseline gap-x-4 py-2">
      <dt className="text-ink-soft">{label}</dt>
      <dd className="figures min-w-0 break-words">{children}</dd>
      {copy ? (
        <dd className="self-start">
          <CopyButton
            text={copy}
            label={t('review.value.copy', { label })}
            copiedLabel={t('common.copied')}
            className="-my-1 size-7"
          />
        </dd>
      ) : null}
    </div>
  )
}

function Confirmed({ by, at }: { by: NonNullable<DocumentDetail['confirmedBy']>; at: string }) {
  const { t, format } = useI18n()
  return <span title={t(`updated.by.${by}`, { time: format.exactTime(at) })}>{format.ago(at, useNow())}</span>
}
