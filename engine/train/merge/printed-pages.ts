import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Damage, damages } from '../../../tests/papers/damage'
import { makePaper } from '../../../tests/papers/make-paper'
import type { Paper } from '../../../tests/papers/paper'
import { isPrintable } from '../../../tests/papers/to-pdf'
import { toPicture } from '../../../tests/papers/to-picture'
import { toReading } from '../../../tests/papers/to-reading'
import type { Page } from '../../readers/reading'
import { foldOf } from '../generated'
import { readTranscripts } from '../transcripts'

/** A picture of a page, and the words that stand on it. */
export type PrintedPage = {
  id: string
  kind: 'receipt photographed' | 'receipt clean' | 'receipt poor' | 'paper clean' | 'paper poor'
  fold: number
  /** Its file or bytes. */
  picture: string | Buffer
  truth: Page
  /** Its transcript is in capitals, whatever stands on the paper. */
  isInCapitals: boolean
}

/** The share of a language among all pages is that of its entries: accents are to be learnt from few pages. */
const languages = [
  'en',
  'es',
  'de',
  'fr',
  'it',
  'pt',
  'nl',
  'pl',
  'en',
  'es',
  'de',
  'fr',
  'cs',
  'sv',
  'tr',
  'da',
]
const firstSeed = 50_001
/** What a page went through, in turn; none of it moves words, so that each is found where it was printed. */
const poor = ['noisy', 'shadow', 'blurred', 'fax', 'creased', 'faint', 'compressed', 'scan'] as const
const cleanDpi = [200, 150, 240, 300]
const poorDpi = 150

/** Every other one poor, every third a receipt; the same for the same count. */
export async function* makePages(count: number): AsyncGenerator<PrintedPage> {
  for (let index = 0, seed = firstSeed; index < count; seed += 1) {
    const kind = index % 3 === 2 ? 'receipt' : 'invoice'
    const paper = makePaper({ seed, kind, language: languages[index % languages.length] ?? 'en' })
    if (!isPrintable(paper)) continue
    yield await printPage({ paper, index })
    index += 1
  }
}

async function printPage({ paper, index }: { paper: Paper; index: number }): Promise<PrintedPage> {
  const turn = Math.floor(index / 2)
  const isPoor = turn % 2 === 1
  const { tilt: _, ...damage }: Damage = {
    ...damages.scan,
    ...damages[poor[turn % poor.length] ?? 'scan'],
  }
  const truth = toReading(paper).pages[0]
  if (!truth) throw new Error(`${paper.id} has no page.`)
  return {
    id: paper.id,
    kind: `${paper.kind === 'receipt' ? 'receipt' : 'paper'} ${isPoor ? 'poor' : 'clean'}`,
    fold: foldOf(paper.group),
    picture: await toPicture(paper, {
      dpi: isPoor ? poorDpi : (cleanDpi[turn % cleanDpi.length] ?? poorDpi),
      damage: isPoor ? damage : damages.none,
      seed: index,
    }),
    truth,
    isInCapitals: false,
  }
}

/** Photographed receipts of a data folder, where it has them, with their transcripts. */
export function listPhotographed(folder: string): PrintedPage[] {
  const pictures = join(folder, 'pictures')
  if (!existsSync(pictures)) return []
  const names = new Set(readdirSync(pictures))
  return readTranscripts({ folder, file: 'sroie.jsonl' }).flatMap(({ id, fold, reading }) => {
    const [truth] = reading.pages
    if (!truth || !names.has(`${id}.jpg`)) return []
    const picture = join(pictures, `${id}.jpg`)
    return [{ id, kind: 'receipt photographed', fold, picture, truth, isInCapitals: true } as const]
  })
}
