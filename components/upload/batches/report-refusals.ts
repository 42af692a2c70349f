import type { BatchPlace } from '@/lib/documents/batches/batch-place'
import type { RefusedFiles } from '@/lib/documents/batches/schema'
import { ReplyError } from '@/lib/fetch-json'
import type { UploadItem } from '../transfer/upload-item'

type Items = { all: () => UploadItem[]; subscribe: (listener: () => void) => () => void }
type Report = { batchId: string } & RefusedFiles

const atOnce = 100
const retryMs = 20_000

/** Reports to the server what the browser refused, so that it stands in the receipt too; returns the way to stop. */
export function reportRefusals({
  list,
  report,
}: {
  list: Items
  report: (refused: Report) => Promise<unknown>
}) {
  const reported = new Set<string>()
  let isReporting = false
  let isStopped = false
  const reportNext = async () => {
    const open = list.all().flatMap((item) => (reported.has(item.id) ? [] : (toRefused(item) ?? [])))
    const [first] = open
    if (isReporting || isStopped || !first) return
    isReporting = true
    const some = open.filter(({ batchId }) => batchId === first.batchId).slice(0, atOnce)
    try {
      await report({ batchId: first.batchId, files: some.map(({ file }) => file) })
      for (const { id } of some) reported.add(id)
    } catch (error) {
      // What the server cannot take is not sent again; all else is, after a sign-in too.
      if (error instanceof ReplyError && error.code === 'request.invalid')
        for (const { id } of some) reported.add(id)
      else await new Promise((resolve) => setTimeout(resolve, retryMs))
    }
    isReporting = false
    void reportNext()
  }
  const unsubscribe = list.subscribe(() => void reportNext())
  return () => {
    isStopped = true
    unsubscribe()
  }
}

type Refused = Pick<BatchPlace, 'batchId'> & { id: string; file: RefusedFiles['files'][number] }

function toRefused({ id, receipt, name, bytes, phase }: UploadItem): Refused | null {
  if (phase.kind !== 'refused' || !receipt || !phase.problem.code.startsWith('upload.')) return null
  const { batchId, place } = receipt
  return { id, batchId, file: { place, name, bytes, code: phase.problem.code } }
}
