import type { Word } from './reading'

const wordLevel = '5'

/** Words out of tesseract's TSV: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
export function parseTesseractTsv(tsv: string): Word[] {
  return tsv.split('\n').flatMap((line) => {
    const [level, , , , , , left, top, width, height, confidence, text] = line.split('\t')
    if (level !== wordLevel || text === undefined || text.trim() === '') return []
    return [
      {
        text: text.trim(),
        confidence: Math.max(0, Number(confidence) / 100),
        origin: 'picture' as const,
        box: { x: Number(left), y: Number(top), width: Number(width), height: Number(height) },
      },
    ]
  })
}
