import 'server-only'
import type { PageWords } from '@/base/contract'
import { fontObjects, glyphlessFont, type PdfObject, streamObject } from './glyphless-font'
import { openPdfFile, type PdfFile, type ReadBytes } from './pdf-file'
import { listPages, type PdfPage } from './pdf-pages'
import { isRef, type PdfDict, PdfSyntaxError, type PdfValue, refTo } from './pdf-syntax'
import { layerContent, layerFont } from './text-layer'
import { writeObjects, writeTable, writeTableStream } from './write-objects'

type Layered = { bytes: number; read: ReadBytes; pages: PageWords[] }

/**
 * What is appended to a PDF so that the words read from its pictures can be searched and selected (an incremental update,
 * ISO 32000-2, 7.5.6); empty where nothing was read from any. The file itself keeps its bytes. Throws PdfSyntaxError.
 */
export async function layerFor({ bytes, read, pages }: Layered): Promise<Buffer> {
  const words = new Map(
    pages.map(({ page, words }) => [page, words.filter(({ source }) => source === 'picture')]),
  )
  if ([...words.values()].every((one) => one.length === 0)) return Buffer.alloc(0)
  const file = await openPdfFile({ bytes, read })
  // What is added to an encrypted file would have to be encrypted with its key.
  if (file.trailer.has('Encrypt')) throw new PdfSyntaxError('encrypted')
  const size = file.trailer.get('Size')
  if (typeof size !== 'number') throw new PdfSyntaxError('no size')
  const font = size
  const objects: PdfObject[] = glyphlessFont(font)
  let next = size + fontObjects
  let number = 0
  for await (const page of listPages(file)) {
    number += 1
    const ofPage = words.get(number) ?? []
    if (ofPage.length === 0) continue
    objects.push(streamObject(next, Buffer.from(layerContent({ words: ofPage, page }), 'latin1')))
    objects.push(await layeredPage({ file, page, layer: next, font }))
    next += 1
  }
  return writeUpdate({ file, bytes, objects, next })
}

type LayeredPage = { file: PdfFile; page: PdfPage; layer: number; font: number }

/** The words come before all else on the page: what it leaves behind of its state does not touch them. */
async function layeredPage({ file, page, layer, font }: LayeredPage): Promise<PdfObject> {
  const { ref, dict, resources } = page
  const contents = dict.get('Contents')
  const resolved = await file.resolve(contents)
  const others = Array.isArray(resolved) ? resolved : isRef(contents) && resolved !== null ? [contents] : []
  const fonts = await file.resolve(resources.get('Font'))
  const withFont: PdfDict = new Map([...(fonts instanceof Map ? fonts : []), [layerFont, refTo(font)]])
  const changed: [string, PdfValue][] = [
    ['Contents', [refTo(layer), ...others]],
    ['Resources', new Map<string, PdfValue>([...resources, ['Font', withFont]])],
  ]
  const { number } = ref
  return { number, generation: file.generationOf(number), dict: new Map([...dict, ...changed]) }
}

type Update = { file: PdfFile; bytes: number; objects: PdfObject[]; next: number }

function writeUpdate({ file, bytes, objects, next }: Update): Buffer {
  const lead = Buffer.from('\n')
  const written = writeObjects({ objects, start: bytes + lead.length })
  const at = bytes + lead.length + written.bytes.length
  const kept = ['Root', 'Info', 'ID'].flatMap((key) => {
    const value = file.trailer.get(key)
    return value === undefined ? [] : [[key, value] as [string, PdfValue]]
  })
  const trailer: PdfDict = new Map([
    ...kept,
    ['Size', file.isXrefStream ? next + 1 : next],
    ['Prev', file.startXref],
  ])
  const { offsets } = written
  const table = file.isXrefStream
    ? writeTableStream({ offsets, trailer, at, number: next })
    : writeTable({ offsets, trailer, at })
  return Buffer.concat([lead, written.bytes, table])
}
