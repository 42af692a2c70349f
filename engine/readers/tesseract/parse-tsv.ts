import type { Picture } from '../picture/picture'
import type { StripWord } from './strip-word'

const wordLevel = '5'

/** Words of each strip out of TSV: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
export function parseTsv({ tsv, strips }: { tsv: string; strips: Picture[] }): StripWord[][] {
  const words = strips.map((): StripWord[] => [])
  for (const row of tsv.split('\n')) {
    const [level, page, , , , , left, , width, , confidence, text = ''] = row.split('\t')
    const index = Number(page) - 1
    const stripWidth = strips[index]?.width
    if (level !== wordLevel || text.trim() === '' || stripWidth === undefined) continue
    words[index]?.push({
      text: text.trim(),
      confidence: Math.max(0, Number(confidence) / 100),
      from: Number(left) / stripWidth,
      to: (Number(left) + Number(width)) / stripWidth,
    })
  }
  return words
}
