'use client'

import { type ReactNode, useCallback, useMemo, useRef } from 'react'
import { useDropzone } from 'react-dropzone'
import { useWords } from '@/components/shell/words'
import { UploadContext, type Uploads } from '../queue/upload-context'
import { useUploadOptions } from '../queue/use-upload-options'
import { useUploadQueue } from '../queue/use-upload-queue'
import { UploadAnnouncer } from '../tray/upload-announcer'
import { UploadTray } from '../tray/upload-tray'
import { DropOverlay } from './drop-overlay'
import { FolderInput } from './folder-input'
import { PageQuestionDialog } from './page-question-dialog'
import { useDragUnderWay } from './use-drag-under-way'
import { nameByTime, usePastedFiles } from './use-pasted-files'

/** What operating systems leave in folders and nobody means to send. */
const leftoversOfSystems = /^(\.DS_Store|Thumbs\.db|desktop\.ini)$|^\._/

/** Makes the whole desk a drop area and carries the uploads from page to page. */
export function UploadProvider({ children }: { children: ReactNode }) {
  const { t, format } = useWords()
  const { list, queue, question } = useUploadQueue()
  const choices = useUploadOptions()
  const folderInput = useRef<HTMLInputElement>(null)

  const { readOptions } = choices
  const addFiles = useCallback(
    async (files: readonly File[]) => {
      const wanted = files.filter(({ name }) => !leftoversOfSystems.test(name))
      if (wanted.length > 0) queue.add({ files: wanted, options: await readOptions() })
    },
    [queue, readOptions],
  )
  const isDragUnderWay = useDragUnderWay()
  const { getRootProps, getInputProps, isDragActive, open } = useDropzone({
    onDrop: (files) => void addFiles(files),
    noClick: true,
    noKeyboard: true,
  })
  const latestOpen = useRef(open)
  latestOpen.current = open
  const chooseFiles = useCallback(() => latestOpen.current(), [])
  const chooseFolder = useCallback(() => folderInput.current?.click(), [])
  usePastedFiles((files) => {
    const name = t('upload.pasted_name', { date: format.dateTime(new Date()) }).replaceAll(/[/:]/g, '-')
    void addFiles(files.map((file) => nameByTime({ file, name })))
  })

  const uploads = useMemo<Uploads>(
    () => ({ list, queue, choices, addFiles, chooseFiles, chooseFolder }),
    [list, queue, choices, addFiles, chooseFiles, chooseFolder],
  )
  return (
    <UploadContext value={uploads}>
      <div {...getRootProps({ role: undefined })}>
        <input {...getInputProps()} aria-hidden />
        <FolderInput inputRef={folderInput} onFiles={(files) => void addFiles(files)} />
        {children}
      </div>
      <UploadTray />
      <UploadAnnouncer />
      <PageQuestionDialog question={question} />
      {/* The library may tell of files entering after they were dropped. */}
      {isDragActive && isDragUnderWay ? <DropOverlay stepName={choices.step?.name} /> : null}
    </UploadContext>
  )
}
