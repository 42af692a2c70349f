'use client'

import { Inbox } from 'lucide-react'
import type { RefObject } from 'react'
import { type ReactNode, useCallback, useMemo, useRef } from 'react'
import { useDropzone } from 'react-dropzone'
import { toast } from 'sonner'
import { useI18n } from '@/components/shell/i18n'
import { ConfirmDialog } from '@/components/ui/controls/confirm-dialog'
import { maxUploadWords, uploadKinds } from '@/lib/files/upload-policy'
import { stepLabel } from '@/lib/steps/step-label'
import { UploadContext, type Uploads } from '../queue/upload-context'
import { useUploadOptions } from '../queue/use-upload-options'
import { UploadAnnouncer } from '../tray/upload-announcer'
import { useDragUnderWay } from './use-drag-under-way'
import { useForeignDrops } from './use-foreign-drops'
import { namePasted, usePastedFiles } from './use-pasted-files'
import type { OverQuotaPrompt } from './use-upload-queue'
import { useUploadQueue } from './use-upload-queue'

/** What operating systems leave in folders and nobody means to send. */
const systemFiles = /^(\.DS_Store|Thumbs\.db|desktop\.ini)$|^\._/

/** Makes the whole desk a drop area and carries the uploads from page to page. */
export function UploadProvider({ personId, children }: { personId: string; children: ReactNode }) {
  const { t, format } = useI18n()
  const { list, queue, prompt } = useUploadQueue(personId)
  const choices = useUploadOptions()
  const folderInput = useRef<HTMLInputElement>(null)
  const againInput = useRef<HTMLInputElement>(null)

  const { readOptions } = choices
  const addFiles = useCallback(
    async (files: readonly File[]) => {
      const wanted = files.filter(({ name }) => !systemFiles.test(name))
      if (wanted.length > 0) queue.add({ files: wanted, options: await readOptions() })
    },
    [queue, readOptions],
  )
  const explainDrop = () =>
    toast(t('upload.drop.other'), {
      description: t('upload.limits', { kinds: uploadKinds, limit: maxUploadWords }),
    })
  useForeignDrops(explainDrop)
  const isDragUnderWay = useDragUnderWay()
  const { getRootProps, getInputProps, isDragActive, open } = useDropzone({
    // An empty folder, or a picture of another page that is no file.
    onDrop: (files) => (files.length > 0 ? void addFiles(files) : explainDrop()),
    noClick: true,
    noKeyboard: true,
  })
  const latestOpen = useRef(open)
  latestOpen.current = open
  const chooseFiles = useCallback(() => latestOpen.current(), [])
  const chooseFolder = useCallback(() => folderInput.current?.click(), [])
  const chooseAgain = useCallback(() => againInput.current?.click(), [])
  const addAgain = async (files: File[]) => {
    const others = await queue.addAgain(files)
    if (others.length > 0)
      toast(t('uploads.choose_again.others', { names: others.map(({ name }) => name).join(', ') }))
  }
  const pastedNames = useRef(new Set<string>())
  usePastedFiles((files) => {
    const name = t('upload.pasted_name', { date: format.dateTime(new Date()) }).replaceAll(/[/:]/g, '-')
    void addFiles(namePasted({ files, name, taken: pastedNames.current }))
  })

  const uploads = useMemo<Uploads>(
    () => ({ personId, list, queue, choices, addFiles, chooseFiles, chooseFolder, chooseAgain }),
    [personId, list, queue, choices, addFiles, chooseFiles, chooseFolder, chooseAgain],
  )
  return (
    <UploadContext value={uploads}>
      <div {...getRootProps({ role: undefined })}>
        <input {...getInputProps()} aria-hidden />
        <HiddenInput isFolder inputRef={folderInput} onFiles={(files) => void addFiles(files)} />
        <HiddenInput inputRef={againInput} onFiles={(files) => void addAgain(files)} />
        {children}
      </div>
      <UploadAnnouncer />
      <OverQuotaDialog prompt={prompt} />
      {/* The library may tell of files entering after they were dropped. */}
      {isDragActive && isDragUnderWay ? <DropOverlay stepName={choices.step?.name} /> : null}
    </UploadContext>
  )
}

/** Lies over everything while files hover above the desk. */
function DropOverlay({ stepName }: { stepName: string | undefined }) {
  const { t } = useI18n()
  return (
    <div className="print:hidden pointer-events-none fixed inset-0 z-50 bg-paper/85 p-3 backdrop-blur-[2px] sm:p-5">
      <div className="flex size-full flex-col items-center justify-center gap-3 rounded-3xl border-2 border-accent border-dashed bg-accent-soft/60 text-center">
        <span className="flex size-16 items-center justify-center rounded-2xl bg-accent text-on-accent shadow-large">
          <Inbox aria-hidden className="size-8" />
        </span>
        <p className="font-semibold text-xl tracking-[-0.012em]">{t('upload.overlay.title')}</p>
        <p className="text-ink-soft">
          {stepName
            ? t('upload.overlay.step', { step: stepLabel({ t, name: stepName }) })
            : t('upload.step.none')}
        </p>
      </div>
    </div>
  )
}

type HiddenInputProps = {
  inputRef: RefObject<HTMLInputElement | null>
  isFolder?: boolean
  onFiles: (files: File[]) => void
}

/** The browser's own chooser, hidden behind a real button; of a folder it gives all files below. */
function HiddenInput({ inputRef, isFolder = false, onFiles }: HiddenInputProps) {
  const keep = (input: HTMLInputElement | null) => {
    // React's types do not know the attribute.
    if (input) input.webkitdirectory = isFolder
    inputRef.current = input
  }
  return (
    <input
      ref={keep}
      type="file"
      multiple
      hidden
      onChange={(event) => {
        onFiles([...(event.target.files ?? [])])
        event.target.value = ''
      }}
    />
  )
}

/** Asks before a batch that has more pages than the month has left. */
function OverQuotaDialog({ prompt }: { prompt: OverQuotaPrompt | null }) {
  const { t } = useI18n()
  if (!prompt) return null
  const { files, pages, pagesLeft: left, answer } = prompt
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && answer(false)}
      title={t('upload.question.title')}
      description={t('upload.question.text', { files, pages, left })}
      confirmLabel={t('upload.question.yes')}
      cancelLabel={t('upload.question.no')}
      tone="primary"
      onConfirm={() => answer(true)}
    />
  )
}
