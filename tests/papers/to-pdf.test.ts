import { PDFiumLibrary } from '@hyzyla/pdfium'
import { describe, expect, it } from 'vitest'
import { damages } from './damage'
import { makePaper } from './make-paper'
import { isPrintable, toPdf } from './to-pdf'
import { toPicture } from './to-picture'

/** The fonts at hand lack some letters of some languages, so that not every paper can be printed. */
function makePrintable(language: string): ReturnType<typeof makePaper> {
  for (let seed = 21; ; seed += 1) {
    const paper = makePaper({ seed, kind: 'invoice', language })
    if (isPrintable(paper)) return paper
  }
}

describe('a made paper printed', { timeout: 60_000 }, () => {
  it('is a PDF that holds every run, the same bytes each time', async () => {
    const library = await PDFiumLibrary.init()
    for (const language of ['en', 'de', 'pl', 'ru', 'el']) {
      const paper = makePrintable(language)
      const bytes = await toPdf(paper)
      expect(bytes.equals(await toPdf(paper))).toBe(true)
      const document = await library.loadDocument(bytes)
      const texts = [...document.pages()].map((page) => bare(page.getText()))
      document.destroy()
      paper.pages.forEach((page, index) => {
        for (const run of page.runs)
          expect(texts[index], `${language}: ${run.text}`).toContain(bare(run.text))
      })
    }
  })

  it('says of scripts without a font at hand that it cannot be printed', async () => {
    const paper = makePaper({ seed: 4, kind: 'invoice', language: 'ja' })
    expect(isPrintable(paper)).toBe(false)
    await expect(toPdf(paper)).rejects.toThrow('No font at hand')
  })

  it('is damaged the same way for the same seed', async () => {
    const paper = makePaper({ seed: 2, kind: 'receipt', language: 'en' })
    for (const damage of [damages.photo, damages.creased, damages.fax]) {
      const first = await toPicture(paper, { dpi: 60, damage, seed: 3 })
      expect(first.equals(await toPicture(paper, { dpi: 60, damage, seed: 3 }))).toBe(true)
    }
  })
})

function bare(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
}
