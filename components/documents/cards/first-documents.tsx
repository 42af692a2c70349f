import { FileText, Inbox } from 'lucide-react'
import { useState } from 'react'
import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import { EmptyState } from '@/components/ui/empty-state'
import { useUploads } from '@/components/upload/queue/upload-context'

const samples = [
  { file: 'invoice.pdf', type: 'application/pdf', label: 'samples.invoice' },
  { file: 'factura.pdf', type: 'application/pdf', label: 'samples.factura' },
  { file: 'receipt.jpg', type: 'image/jpeg', label: 'samples.receipt' },
] as const

/** Before the first document: what to do, and samples that go the same way as any file. */
export function FirstDocuments() {
  const { t } = useI18n()
  const { addFiles, choices } = useUploads()
  const [hasFailed, setFailed] = useState(false)
  const send = async ({ file, type }: (typeof samples)[number]) => {
    setFailed(false)
    try {
      const response = await fetch(`/samples/${file}`)
      if (!response.ok) throw new Error(`sample ${response.status}`)
      await addFiles([new File([await response.blob()], file, { type })])
    } catch {
      setFailed(true)
    }
  }
  return (
    <EmptyState
      icon={<Inbox aria-hidden />}
      title={t('cards.empty')}
      actions={samples.map((sample) => (
        <Button key={sample.file} size="small" disabled={!choices.step} onClick={() => void send(sample)}>
          <FileText aria-hidden />
          <span>{t(sample.label)}</span>
        </Button>
      ))}
    >
      {hasFailed ? <span role="alert">{t('samples.failed')}</span> : t('cards.empty_hint')}
    </EmptyState>
  )
}
