// @vitest-environment jsdom
import { expect, test, vi } from 'vitest'
import { createUploads, uploadItem } from '@/tests/support/uploads'
import type { UnfinishedUpload } from '../transfer/unfinished-uploads'
import { keepUploads } from './keep-uploads'
import type { KeptFile } from './kept-file'
import { restoreUploads } from './restore-uploads'
import { type FoundFile, UploadKeep } from './upload-keep'

const entry = (name: string, more: Partial<KeptFile> = {}): KeptFile => ({
  id: `kept ${name}`,
  personId: 'ana',
  tabId: 'tab',
  name,
  bytes: 3,
  contentType: 'application/pdf',
  pages: 1,
  options: { stepId: 'step', metadata: {} },
  allowDuplicate: false,
  sha256: null,
  receipt: null,
  isReleased: true,
  hasBytes: true,
  keptAt: 0,
  ...more,
})

const begun = (name: string): UnfinishedUpload => ({
  name,
  bytes: 3,
  contentType: 'application/pdf',
  options: { stepId: 'step', metadata: {} },
  allowDuplicate: false,
  sha256: 'hash',
  receipt: null,
  phase: { kind: 'unfinished', sentBytes: 1, upload: { storageKey: 'k', uploadUrl: `/api/uploads/${name}` } },
})

function openKeep(found: FoundFile[] = []) {
  const never = () => Promise.reject(new Error('not in this test'))
  const keep = new UploadKeep({
    store: {
      list: async () => null,
      readFile: async () => null,
      put: async () => false,
      remove: async () => null,
    },
    personId: 'ana',
    tabId: () => 'tab',
    readFreeBytes: async () => null,
    claim: async () => () => undefined,
    knowsTabs: () => true,
    newId: () => 'new',
    hash: never,
  })
  vi.spyOn(keep, 'take').mockResolvedValue(found)
  return keep
}

test('files with their bytes go on by themselves, names are listed once, beginnings with what has arrived', async () => {
  const { list, queue } = createUploads()
  const keep = openKeep([
    { entry: entry('whole.pdf'), file: new File(['abc'], 'whole.pdf') },
    { entry: entry('name.pdf', { sha256: 'hash' }), file: null },
    { entry: entry('begun.pdf'), file: null },
  ])
  const findUnfinished = async () => [begun('whole.pdf'), begun('begun.pdf'), begun('elsewhere.pdf')]
  await restoreUploads({ queue, keep, findUnfinished })
  expect(list.all().map(({ name, keptId, phase }) => [name, keptId, phase.kind])).toEqual([
    ['whole.pdf', 'kept whole.pdf', 'sending'],
    ['begun.pdf', 'kept begun.pdf', 'unfinished'],
    ['elsewhere.pdf', null, 'unfinished'],
    ['name.pdf', 'kept name.pdf', 'unfinished'],
  ])
  expect(list.all().at(-1)?.sha256).toBe('hash')
})

test('a file is kept while it waits, and forgotten once it was received, refused or taken off the list', async () => {
  const { list } = createUploads([uploadItem({ kind: 'queued' })])
  const keep = openKeep()
  const add = vi.spyOn(keep, 'add')
  const remove = vi.spyOn(keep, 'remove')
  const stop = keepUploads({ list, keep })
  await vi.waitFor(() => expect(list.all()[0]?.keptId).toBe('new'))
  expect(add).toHaveBeenCalledOnce()
  list.setPhase('upload-1', { kind: 'received', documentId: 'doc_1' })
  await vi.waitFor(() => expect(remove).toHaveBeenCalledWith('new'))
  stop()
})
