import { CircleAlert, CircleCheck, CirclePause, Copy, FileText, Image } from 'lucide-react'
import { memo } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { Spinner } from '@/components/ui/spinner'
import { TruncatedName } from '@/components/ui/truncated-name'
import { FileAdvice } from '../advice/file-advice'
import type { UploadItem } from '../transfer/upload-item'
import { RowActions } from './row-actions'
import { RowStatus } from './row-status'

/** One file on its way, or what became of it and what can be done. */
export const UploadRow = memo(function UploadRow({ item }: { item: UploadItem }) {
  return (
    <div className="flex items-start gap-3 px-4 py-1.5">
      <span className="mt-0.5 flex size-5 items-center justify-center [&_svg]:size-4">
        <PhaseIcon item={item} />
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <TruncatedName name={item.name} className="font-medium text-sm" />
          <Facts item={item} />
        </div>
        <FileAdvice file={item.file} contentType={item.contentType} />
        <RowStatus item={item} />
      </div>
      <RowActions item={item} />
    </div>
  )
})

function PhaseIcon({ item }: { item: UploadItem }) {
  const { kind } = item.phase
  const Sheet = item.contentType.startsWith('image/') ? Image : FileText
  if (kind === 'checking') return <Spinner className="text-ink-faint" />
  if (kind === 'duplicate') return <Copy aria-hidden className="text-attention" />
  if (kind === 'unfinished') return <CirclePause aria-hidden className="text-attention" />
  if (kind === 'failed' || kind === 'refused') return <CircleAlert aria-hidden className="text-bad" />
  if (kind === 'held') return <CircleCheck aria-hidden className="text-ink-faint" />
  return <Sheet aria-hidden className="text-ink-faint" />
}

function Facts({ item }: { item: UploadItem }) {
  const { t, format } = useI18n()
  return (
    <span className="figures shrink-0 text-ink-faint text-xs">
      {[format.bytes(item.bytes), item.pages === null ? null : t('uploads.pages', { pages: item.pages })]
        .filter(Boolean)
        .join(' · ')}
    </span>
  )
}
