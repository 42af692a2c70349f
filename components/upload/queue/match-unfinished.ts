import type { UploadItem } from '../transfer/upload-item'

type Match = {
  items: () => UploadItem[]
  file: File
  hash: (file: File) => Promise<string | null>
}

/** The item whose bytes are gone and which this file is: by name and size, and by its hash where that is known. */
export async function matchUnfinished({ items, file, hash }: Match): Promise<UploadItem | undefined> {
  const alike = () => items().filter((item) => isUnfinishedOf({ item, file }))
  if (alike().every(({ sha256 }) => sha256 === null)) return alike()[0]
  const sha256 = await hash(file)
  // Others may have been chosen meanwhile.
  const open = alike()
  return open.find((item) => item.sha256 === sha256) ?? open.find((item) => item.sha256 === null)
}

export function isUnfinishedOf({ item, file }: { item: UploadItem; file: File }): boolean {
  return item.phase.kind === 'unfinished' && item.name === file.name && item.bytes === file.size
}
