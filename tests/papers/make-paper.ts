import { makeContent } from './content/content'
import { makeReceiptContent } from './content/receipt-content'
import { layOutBusinessPaper } from './layout/business-layout'
import { layOutLetter } from './layout/letter-layout'
import { mirrorPage, withArabicDigits } from './layout/mirror'
import { layOutReceipt } from './layout/receipt-layout'
import type { Sheet } from './layout/sheet'
import type { Paper, PaperKind, PaperPage } from './paper'
import { createRandom, type Random } from './random'
import { chooseLanguage } from './words/words'

export type PaperOptions = { seed: number; kind?: PaperKind; language?: string }

/** A made-up paper; the same for the same seed. */
export function makePaper(options: PaperOptions): Paper {
  const random = createRandom(options.seed)
  const kind = options.kind ?? random.weighted(kindShares)
  const language = options.language ?? chooseLanguage(random)
  const id = `${kind}-${language}-${options.seed}`
  if (kind === 'receipt' && !random.chance(0.1)) {
    const content = makeReceiptContent({ random, language })
    return toPaper({ seed: options.seed, id, kind, content, sheet: layOutReceipt({ random, content }) })
  }
  const content = makeContent({ random, kind, language })
  const sheet = layOut({ kind, random, content })
  return toPaper({ seed: options.seed, id, kind, content, sheet })
}

const rightToLeft = new Set(['ar', 'he'])

const kindShares = [
  ['invoice', 50],
  ['receipt', 34],
  ['credit_note', 6],
  ['quotation', 2.5],
  ['delivery_note', 2],
  ['order_confirmation', 2],
  ['statement', 1.5],
  ['letter', 2],
] as const

function layOut(given: { kind: PaperKind; random: Random; content: ReturnType<typeof makeContent> }): Sheet {
  return given.kind === 'letter' ? layOutLetter(given) : layOutBusinessPaper(given)
}

function setInScript(given: { pages: PaperPage[]; language: string; seed: number }): PaperPage[] {
  const { pages, language, seed } = given
  if (!rightToLeft.has(language)) return pages
  const mirrored = pages.map(mirrorPage)
  return language === 'ar' && seed % 2 === 0 ? mirrored.map(withArabicDigits) : mirrored
}

function toPaper(given: {
  seed: number
  id: string
  kind: PaperKind
  content: {
    language: string
    countryCode: string
    country: { currency: string }
    supplier: { name: string }
  }
  sheet: Sheet
}): Paper {
  const { seed, id, kind, content, sheet } = given
  return {
    id,
    kind,
    language: content.language,
    country: content.countryCode,
    currency: content.country.currency,
    pages: setInScript({ pages: sheet.pages, language: content.language, seed }),
    ...sheet.findTruth(),
    group: content.supplier.name || id,
  }
}
