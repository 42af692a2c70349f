import { Plus, Tag, X } from 'lucide-react'
import { useI18n } from '@/components/shell/i18n'
import { Button } from '@/components/ui/controls/button'
import { IconButton } from '@/components/ui/controls/icon-button'
import { Input } from '@/components/ui/controls/input'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/controls/popover'
import { useUploads } from '../queue/upload-context'
import { type DetailLine, toMetadata } from '../queue/use-upload-options'

/** Names and values sent along with each document as its metadata. */
export function DetailsEditor() {
  const { t } = useI18n()
  const { details, setDetails } = useUploads().choices
  const count = Object.keys(toMetadata(details)).length
  const add = () => setDetails([...details, newLine(details)])
  const change = (changed: DetailLine) =>
    setDetails(details.map((line) => (line.id === changed.id ? changed : line)))
  const begin = (open: boolean) => {
    if (open && details.length === 0) add()
  }
  return (
    <Popover onOpenChange={begin}>
      <PopoverTrigger asChild>
        <Button variant="quiet" size="small" className="-mx-1">
          <Tag aria-hidden />
          <span>{t('upload.details.count', { count })}</span>
        </Button>
      </PopoverTrigger>
      <PopoverContent align="start" aria-label={t('upload.details')} className="w-[min(92vw,26rem)]">
        <p className="font-medium text-sm">{t('upload.details')}</p>
        <p className="mt-0.5 mb-3 text-ink-soft text-sm">{t('upload.details.hint')}</p>
        <ul className="flex max-h-64 flex-col gap-2 overflow-y-auto p-0.5">
          {details.map((line) => (
            <li key={line.id} className="flex items-center gap-2">
              <Input
                aria-label={t('upload.details.name')}
                placeholder={t('upload.details.name')}
                value={line.name}
                maxLength={100}
                onChange={(event) => change({ ...line, name: event.target.value })}
              />
              <Input
                aria-label={t('upload.details.value')}
                placeholder={t('upload.details.value')}
                value={line.value}
                maxLength={500}
                onChange={(event) => change({ ...line, value: event.target.value })}
              />
              <IconButton
                label={t('upload.details.remove', { name: line.name || t('upload.details.unnamed') })}
                onClick={() => setDetails(details.filter(({ id }) => id !== line.id))}
              >
                <X aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
        <Button variant="quiet" size="small" className="mt-2" onClick={add}>
          <Plus aria-hidden />
          <span>{t('upload.details.add')}</span>
        </Button>
      </PopoverContent>
    </Popover>
  )
}

function newLine(details: DetailLine[]): DetailLine {
  return { id: Math.max(0, ...details.map(({ id }) => id)) + 1, name: '', value: '' }
}
