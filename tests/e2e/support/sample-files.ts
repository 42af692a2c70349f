import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { writeProtectedPdf } from '../../fixtures/protected-pdf'
import { englishInvoice } from '../../papers/samples/english-invoice-content'

export type SampleFile = { name: string; mimeType: string; buffer: Buffer }

/** What the sample `invoice.pdf` says. */
export const invoice = englishInvoice

const types = { '.pdf': 'application/pdf', '.jpg': 'image/jpeg' }

type DeskSample = 'invoice.pdf' | 'factura.pdf' | 'receipt.jpg'

/** A sample of the desk under another name, with a comment after its end, so that no test meets another's duplicate. */
export function freshSample({ sample, as }: { sample: DeskSample; as: string }): SampleFile {
  const bytes = readFileSync(path.resolve('public/samples', sample))
  const mimeType = types[sample.endsWith('.jpg') ? '.jpg' : '.pdf']
  return { name: as, mimeType, buffer: Buffer.concat([bytes, Buffer.from(`\n%${randomUUID()}\n`)]) }
}

/** A PDF that nobody opens without its password. */
export async function lockedFile({ as }: { as: string }): Promise<SampleFile> {
  const buffer = await writeProtectedPdf({ encryption: 'AES-256', userPassword: 'foo' })
  return { name: as, mimeType: types['.pdf'], buffer }
}
