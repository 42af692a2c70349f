import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, parse, resolve } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { z } from 'zod'
import { findChromium } from '../../runner/find-chromium'
import { documentSchema, type LabelledDocument } from './labels'
import { type Spoil, spoilPicture, spoilSchema } from './spoil-picture'

const sources = resolve(import.meta.dirname, '../../fixtures/made-documents')

/** Whether rules may be mended by looking at a half's misses; of the held-out ones only the score is told. */
export const halves = { A: 'told', B: 'held out', C1: 'told', C2: 'held out' } as const
export type Half = keyof typeof halves

const madeSchema = documentSchema.omit({ file: true }).extend({
  half: z.enum(['A', 'B', 'C1', 'C2'] satisfies Half[]),
  paper: z.enum(['A4', 'Letter', '80mm', '60mm']).default('A4'),
  /** How the page was scanned or photographed; without it the document is a PDF with text. */
  picture: spoilSchema.optional(),
})

export type MadeDocument = LabelledDocument & { half: Half }

const cssPixelsPerInch = 96
const paperWidthsMm = { A4: 210, Letter: 216, '80mm': 80, '60mm': 60 }

/**
 * Renders the documents made for this bench (HTML with their labels inside) as PDF or as a spoilt picture into a folder;
 * `only` those whose name has this part.
 * @throws when no Chromium can run here.
 */
export async function makeDocuments({
  into,
  only = '',
}: {
  into: string
  only?: string | undefined
}): Promise<MadeDocument[]> {
  const found = await findChromium()
  if ('problem' in found) throw new Error(found.problem)
  mkdirSync(into, { recursive: true })
  const env = found.libraries ? { ...process.env, LD_LIBRARY_PATH: found.libraries } : process.env
  const browser = await chromium.launch({
    executablePath: found.path,
    args: ['--no-sandbox'],
    env: { ...env },
  })
  try {
    const names = readdirSync(sources).filter((name) => name.endsWith('.html') && name.includes(only))
    const made: MadeDocument[] = []
    for (const name of names.sort()) made.push(await makeDocument({ browser, name, into }))
    return made
  } finally {
    await browser.close()
  }
}

async function makeDocument(way: { browser: Browser; name: string; into: string }): Promise<MadeDocument> {
  const html = readFileSync(join(sources, way.name), 'utf8')
  const labels = /<script type="application\/json">(.*?)<\/script>/s.exec(html)?.[1]
  const { half, paper, picture, ...labelled } = madeSchema.parse(JSON.parse(labels ?? 'null'))
  const file = `${parse(way.name).name}.${picture?.format ?? 'pdf'}`
  const bytes = picture
    ? await photograph({ browser: way.browser, html, picture, widthMm: paperWidthsMm[paper] })
    : await printPdf({ browser: way.browser, html, paper })
  writeFileSync(join(way.into, file), bytes)
  return { ...labelled, half, file }
}

async function printPdf(way: { browser: Browser; html: string; paper: string }): Promise<Buffer> {
  const page = await way.browser.newPage()
  await page.setContent(way.html)
  const bytes = await page.pdf({ format: way.paper, printBackground: true })
  await page.close()
  return bytes
}

async function photograph(way: {
  browser: Browser
  html: string
  picture: Spoil
  widthMm: number
}): Promise<Buffer> {
  const width = Math.round((way.widthMm / 25.4) * cssPixelsPerInch)
  const page = await way.browser.newPage({
    viewport: { width, height: 200 },
    deviceScaleFactor: way.picture.dpi / cssPixelsPerInch,
  })
  await page.setContent(way.html)
  const clean = await page.screenshot({ fullPage: true })
  await page.close()
  return spoilPicture({ page: clean, spoil: way.picture })
}
