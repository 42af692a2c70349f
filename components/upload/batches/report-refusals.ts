import type { BatchPlace } from '@/lib/documents/batches/batch-place'
import type { RefusedFiles } from '@/lib/documents/batches/schema'
import { ReplyError } from '@/lib/fetch-json'
import type { UploadItem } from '../transfer/upload-item'

type Items = { all: () => UploadItem[]; subscribe: (listener: () => void) => () => void }
type Report = { batchId: string } & RefusedFiles

const atOnce = 100
const retryMs = 20_000

/** Tells the server what the browser refused, so that it stands in the receipt too; returns the way to stop. */
export function reportRefusals({
  list,
  report,
}: {
  list: Items
  report: (refused: Report) => Promise<unknown>
}) {
  const told = new Set<string>()
  let isTelling = false
  const tell = async () => {
    const untold = list.all().flatMap((item) => (told.has(item.id) ? [] : (toRefused(item) ?? [])))
    const [first] = untold
    if (isTelling || !first) return
    isTelling = true
    const some = untold.filter(({ batchId }) => batchId === first.batchId).slice(0, atOnce)
    try {
      await report({ batchId: first.batchId, files: some.map(({ file }) => file) })
      for (const { id } of some) told.add(id)
    } catch (error) {
      // What the server does not want to know is not told again.
      if (error instanceof ReplyError && error.status < 500) for (const { id } of some) told.add(id)
      else await new Promise((resolve) => setTimeout(resolve, retryMs))
    }
    isTelling = false
    void tell()
  }
  return list.subscribe(() => void tell())
}

type Refused = Pick<BatchPlace, 'batchId'> & { id: string; file: RefusedFiles['files'][number] }

function toRefused({ id, receipt, name, bytes, phase }: UploadItem): Refused | null {
  if (phase.kind !== 'refused' || !receipt || !phase.problem.code.startsWith('upload.')) return null
  const { batchId, place } = receipt
  return { id, batchId, file: { place, name, bytes, code: phase.problem.code } }
}
