import { db } from '@/lib/db/client'
import { ledgerLines } from '@/lib/usage/tables'
import { invoiceStep } from './desk'

type Row = typeof ledgerLines.$inferInsert

/** `at` is when the pages were counted. */
export type LedgerLine = { at: string; pages: number } & Partial<Row>

let lineNumber = 0

/** Writes a line of a document that succeeded, unless its values say otherwise. */
export async function addLedgerLine({ at, ...values }: LedgerLine & Pick<Row, 'userId'>): Promise<void> {
  lineNumber += 1
  await db()
    .insert(ledgerLines)
    .values({
      id: `lin_${String(lineNumber).padStart(4, '0')}`,
      documentId: `doc_${lineNumber}`,
      documentName: `invoice ${lineNumber}.pdf`,
      attempt: 1,
      stepId: invoiceStep,
      counted: true,
      why: 'succeeded',
      occurredAt: new Date(at),
      ...values,
    })
}
