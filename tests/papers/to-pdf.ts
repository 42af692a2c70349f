import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import { readFontFile, type Subset, subsets } from './fonts/font-files'
import { widthOf } from './fonts/text-width'
import type { FontFamily, Paper, PaperPage, Run, Shape } from './paper'

type OpenFont = { hasGlyphForCodePoint: (code: number) => boolean }

const require = createRequire(import.meta.url)
const fontkit: { create: (bytes: Buffer) => OpenFont } = require('fontkit')

export type Attachment = { name: string; type: string; bytes: Buffer }

const madeAt = new Date(Date.UTC(2026, 0, 1))

/** The paper as a PDF with its fonts in it; the same bytes for the same paper. */
export async function toPdf(
  paper: Paper,
  { attachments = [] }: { attachments?: Attachment[] } = {},
): Promise<Buffer> {
  const missing = findUnprintable(paper)
  if (missing !== null) throw new Error(`No font at hand has "${missing}" of ${paper.id}.`)
  const document = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    info: { Title: paper.id, CreationDate: madeAt },
  })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((resolve) => document.on('end', resolve))
  for (const { bytes, ...file } of attachments)
    document.file(bytes, { ...file, creationDate: madeAt, modifiedDate: madeAt })
  for (const page of paper.pages) drawPage(document, page)
  document.end()
  await ended
  return Buffer.concat(chunks)
}

/** Whether the fonts at hand have all its letters: Latin, Greek and Cyrillic. */
export function isPrintable(paper: Paper): boolean {
  return findUnprintable(paper) === null
}

function findUnprintable(paper: Paper): string | null {
  for (const { runs } of paper.pages) {
    for (const run of runs) {
      for (const character of run.text) {
        if (!/\s/.test(character) && findSubset(run, character) === null) return character
      }
    }
  }
  return null
}

function drawPage(document: PDFKit.PDFDocument, page: PaperPage) {
  document.addPage({ size: [page.width, page.height], margin: 0 })
  for (const shape of page.shapes) drawShape(document, shape)
  for (const run of page.runs) drawRun(document, run)
}

function drawShape(document: PDFKit.PDFDocument, shape: Shape) {
  if (shape.kind === 'rule') {
    document.moveTo(shape.x1, shape.y1).lineTo(shape.x2, shape.y2)
    document.lineWidth(shape.thickness).stroke(shape.colour)
  } else if (shape.kind === 'box') {
    document.rect(shape.x, shape.y, shape.width, shape.height)
    document.lineWidth(shape.thickness).stroke(shape.colour)
  } else if (shape.kind === 'emblem') {
    document
      .save()
      .translate(shape.x, shape.y)
      .scale(shape.width / 100)
    document.path(shape.path).fill(shape.colour, 'even-odd').restore()
  } else document.rect(shape.x, shape.y, shape.width, shape.height).fill(shape.colour)
}

/** The files of a font hold one part of its letters each, so a run is drawn in pieces of one file. */
function drawRun(document: PDFKit.PDFDocument, run: Run) {
  const look = { font: run.font, size: run.size, bold: run.bold === true }
  let x = run.x
  document.fillColor(run.colour ?? '#111111')
  for (const { text, subset } of splitBySubset(run)) {
    const font = openFont({ family: run.font, bold: look.bold, subset })
    if (!font) continue
    const name = `${run.font}-${look.bold}-${subset}`
    document.registerFont(name, font.bytes).font(name).fontSize(run.size)
    document.text(text, x, run.y + run.size * 0.93, { lineBreak: false, baseline: 'alphabetic' })
    x += widthOf(text, look)
  }
}

function splitBySubset(run: Run): { text: string; subset: Subset }[] {
  const pieces: { text: string; subset: Subset }[] = []
  for (const character of run.text.replace(/[\u00a0\u202f]/g, ' ')) {
    const last = pieces.at(-1)
    const subset = character === ' ' && last ? last.subset : (findSubset(run, character) ?? 'latin')
    if (last?.subset === subset) last.text += character
    else pieces.push({ text: character, subset })
  }
  return pieces
}

const opened = new Map<string, { bytes: Buffer; font: OpenFont } | null>()

function openFont(name: { family: FontFamily; bold: boolean; subset: Subset }) {
  const key = `${name.family} ${name.bold} ${name.subset}`
  const known = opened.get(key)
  if (known !== undefined) return known
  const bytes = readFontFile(name)
  const font = bytes && { bytes, font: fontkit.create(bytes) }
  opened.set(key, font)
  return font
}

function findSubset(run: Run, character: string): Subset | null {
  const code = character.codePointAt(0) ?? 0
  const has = (subset: Subset) =>
    openFont({ family: run.font, bold: run.bold === true, subset })?.font.hasGlyphForCodePoint(code) === true
  return subsets.find(has) ?? null
}
