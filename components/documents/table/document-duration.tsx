'use client'

import { useNow } from '@/components/shell/use-now'
import { useWords } from '@/components/shell/words'
import type { DocumentSummary } from '@/lib/documents/schema'
import { isTerminal } from '@/lib/documents/status'

type Timed = Pick<DocumentSummary, 'state' | 'receivedAt' | 'finishedAt'>

/** From receipt to the end; of an open document how long it has been so far. */
export function DocumentDuration({ document }: { document: Timed }) {
  const { format } = useWords()
  if (!isTerminal(document.state)) return <RunningDuration receivedAt={document.receivedAt} />
  if (!document.finishedAt) return '–'
  return format.duration(Date.parse(document.finishedAt) - Date.parse(document.receivedAt))
}

function RunningDuration({ receivedAt }: { receivedAt: string }) {
  const { format } = useWords()
  const seconds = Math.floor((useNow().getTime() - Date.parse(receivedAt)) / 1000)
  return <span className="text-ink-faint">{format.duration(Math.max(0, seconds) * 1000)}…</span>
}
