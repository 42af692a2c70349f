import type { AcceptedContentType } from '@/base/contract'
import type { Paper } from '../paper'
import { photograph } from '../photo/photograph'
import { createRandom } from '../random'
import { scanToPdf } from '../scan-to-pdf'
import { toPdf } from '../to-pdf'
import { drawPage, toPicture } from '../to-picture'
import { makeEnglishInvoice } from './english-invoice'
import { makeSpanishInvoice } from './spanish-invoice'
import { makeTillReceipt } from './till-receipt'

export type DeskSample = {
  file: string
  contentType: AcceptedContentType
  paper: Paper
  makeFile: () => Promise<Buffer>
}

const invoice = makeEnglishInvoice()
const factura = makeSpanishInvoice()
const receipt = makeTillReceipt()

/** What an empty desk offers to try it with, in `public/samples`. `npm run samples` writes the files anew. */
export const deskSamples: DeskSample[] = [
  { file: 'invoice.pdf', contentType: 'application/pdf', paper: invoice, makeFile: () => toPdf(invoice) },
  { file: 'factura.pdf', contentType: 'application/pdf', paper: factura, makeFile: scanFactura },
  { file: 'receipt.jpg', contentType: 'image/jpeg', paper: receipt, makeFile: photographReceipt },
]

async function scanFactura(): Promise<Buffer> {
  const dpi = 200
  const damage = { letterFolds: true, shadow: 0.14, tilt: 0.7, blur: 0.5, noise: 3, jpegQuality: 62 } as const
  return scanToPdf({ pictures: [await toPicture(factura, { dpi, seed: 9, damage })], dpi })
}

async function photographReceipt(): Promise<Buffer> {
  return photograph({
    paper: await drawPage(receipt, { dpi: 300 }),
    random: createRandom(6),
    scene: {
      width: 1500,
      height: 2000,
      corners: {
        upperLeft: { x: 328, y: 115 },
        upperRight: { x: 1131, y: 148 },
        lowerRight: { x: 1215, y: 1848 },
        lowerLeft: { x: 283, y: 1800 },
      },
      wave: 0.006,
      jpegQuality: 80,
    },
  })
}
