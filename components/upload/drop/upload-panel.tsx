'use client'

import { useQuery } from '@tanstack/react-query'
import { FolderOpen, Inbox, Upload } from 'lucide-react'
import { useI18n } from '@/components/shell/i18n'
import { type ShortcutHint, useShortcutHints } from '@/components/shell/keys/shortcut-provider'
import { useShortcuts } from '@/components/shell/keys/use-shortcuts'
import { classNames } from '@/components/ui/class-names'
import { Button } from '@/components/ui/controls/button'
import { Panel } from '@/components/ui/panel'
import { liveDocumentsQuery } from '@/lib/documents/queries'
import { maxUploadWords, uploadKinds } from '@/lib/files/upload-policy'
import { remainingPagesQuery } from '@/lib/usage/queries'
import { PhotoButton } from '../camera/photo-button'
import { type Photos, usePhotos } from '../camera/use-photos'
import { useUploadRows, useUploads } from '../queue/upload-context'
import { DetailsEditor } from './details-editor'
import { StepChoice } from './step-choice'

const keys: ShortcutHint[] = [{ keys: 'u', label: 'keys.choose_files' }]

/**
 * Where files come in, with everything that decides where they go: large before the first document, then a bar, for
 * the whole page takes drops. `isEmpty` as the server saw it, until the documents are known here.
 */
export function UploadPanel({ isEmpty }: { isEmpty: boolean }) {
  const { t } = useI18n()
  const { chooseFiles } = useUploads()
  const { data } = useQuery({ ...liveDocumentsQuery, enabled: false })
  useShortcutHints(keys)
  useShortcuts({ u: chooseFiles })
  const photos = usePhotos()
  const isFirst = data ? data.documents.length === 0 : isEmpty
  return (
    <Panel aria-label={t('upload.drop.title')} className={isFirst ? 'p-2' : 'rounded-xl'}>
      {isFirst ? <DropArea photos={photos} /> : null}
      <div
        className={classNames(
          'flex flex-wrap items-center gap-x-4 gap-y-2',
          isFirst ? 'px-3 pt-3 pb-1.5 sm:px-4' : 'p-1.5 pr-3',
        )}
      >
        {isFirst ? null : <ChooseButtons photos={photos} />}
        <StepChoice />
        <DetailsEditor />
        <PagesLeft />
      </div>
      {photos.sheet}
    </Panel>
  )
}

function DropArea({ photos }: { photos: Photos }) {
  const { t } = useI18n()
  const { chooseFiles, chooseFolder } = useUploads()
  return (
    <div className="flex flex-col items-center gap-x-6 gap-y-4 rounded-xl border-[1.5px] border-line-strong border-dashed px-5 py-5 text-center sm:flex-row sm:px-8 sm:py-9 sm:text-left">
      <span className="hidden size-14 shrink-0 items-center justify-center rounded-2xl bg-accent-soft text-accent sm:flex">
        <Inbox aria-hidden className="size-7" />
      </span>
      <div className="min-w-0 flex-1">
        <p className="font-semibold text-lg tracking-[-0.012em]">{t('upload.drop.title')}</p>
        <p className="mt-0.5 hidden text-ink-soft text-sm sm:block">{t('upload.drop.hint')}</p>
        <p className="mt-1 text-ink-faint text-sm">
          {t('upload.limits', { kinds: uploadKinds, limit: maxUploadWords })}
        </p>
      </div>
      <div className="flex w-full flex-col gap-2 sm:w-auto sm:items-stretch">
        <PhotoButton photos={photos} />
        <Button variant={photos.isOffered ? 'secondary' : 'primary'} size="large" onClick={chooseFiles}>
          <Upload aria-hidden />
          <span>{t('upload.choose_files')}</span>
        </Button>
        <Button variant="quiet" onClick={chooseFolder}>
          <FolderOpen aria-hidden />
          <span>{t('upload.choose_folder')}</span>
        </Button>
      </div>
    </div>
  )
}

function ChooseButtons({ photos }: { photos: Photos }) {
  const { t } = useI18n()
  const { chooseFiles, chooseFolder } = useUploads()
  const limits = t('upload.limits', { kinds: uploadKinds, limit: maxUploadWords })
  return (
    <div className="flex flex-wrap items-center gap-1">
      <PhotoButton photos={photos} />
      <Button
        variant={photos.isOffered ? 'secondary' : 'primary'}
        size={photos.isOffered ? 'large' : 'small'}
        title={limits}
        onClick={chooseFiles}
      >
        <Upload aria-hidden />
        <span>{t('upload.choose_files')}</span>
      </Button>
      <Button variant="quiet" size="small" title={limits} onClick={chooseFolder}>
        <FolderOpen aria-hidden />
        <span>{t('upload.choose_folder')}</span>
      </Button>
      <span className="hidden px-1 text-ink-faint text-sm xl:inline">{t('upload.bar.hint')}</span>
    </div>
  )
}

/** The pages the month has left, beside the pages of what is being dropped. */
function PagesLeft() {
  const { t, format } = useI18n()
  const { data } = useQuery(remainingPagesQuery)
  const { totals } = useUploadRows()
  if (!data || data.left === null) return null
  // The figure shown is the one of the banner and of usage; documents under way claim a part of it.
  const { left } = data
  const free = left - data.pending
  const isShort = free <= 0 || (totals.busy > 0 && totals.pages > free)
  return (
    <p
      className={classNames('figures ml-auto text-sm', isShort ? 'text-attention' : 'text-ink-soft')}
      title={t('upload.pages_left.title', { date: format.date(data.resetsAt), zone: format.zone })}
    >
      {t('upload.pages_left', { left })}
    </p>
  )
}
