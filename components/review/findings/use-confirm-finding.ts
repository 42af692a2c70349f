'use client'

import { useOutbox } from '../outbox/outbox-provider'
import { stamp } from '../outbox/stamp'
import { useFindings } from './findings-provider'

/**
 * Signs a finding of the document as printed so, or takes that back. Sent behind the corrections that wait: until they
 * are there the server may not know of it, and one that came after it would take it back.
 */
export function useConfirmFinding(item: string) {
  const outbox = useOutbox()
  const documentId = useFindings()?.document.id ?? ''
  return (confirmed: boolean) => outbox?.add([{ kind: 'confirm', item, confirmed, documentId, ...stamp() }])
}
