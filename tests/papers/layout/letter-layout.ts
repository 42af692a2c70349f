import type { Content } from '../content/content'
import { formatDate } from '../content/dates'
import type { Random } from '../random'
import { areaOf, type Setting, writeLines } from './area'
import { writePlaceAndDate } from './facts-block'
import { footerHeight, writeFooter } from './footer'
import { writeLetterhead } from './letterhead'
import { chooseLook } from './look'
import { writeCustomer } from './parties-block'
import { createSheet, type Sheet } from './sheet'

/** A letter that asks for nothing: a firm, a recipient and a date, but no number and no sums. */
export function layOutLetter({ random, content }: { random: Random; content: Content }): Sheet {
  const sheet = createSheet()
  const look = chooseLook(random, content.countryCode)
  const setting: Setting = { sheet, look, random, content }
  sheet.addPage(look.page)
  const side = random.pick(['left', 'right'] as const)
  let y = writeLetterhead(setting, areaOf(look, look.margin, side), side) + look.size * 2
  y = writeCustomer(setting, areaOf(look, y, 'left'), { labelled: false }) + look.size * 2
  y = writePlaceAndDate(setting, areaOf(look, y)) + look.size * 2
  y =
    writeLines({ ...setting, area: areaOf(look, y), lines: [[content.heading]], style: { bold: true } }) +
    look.size
  const other = formatDate(content.day + random.whole(5, 60), content.dateForm, content.words)
  const sentences = random.some(content.words.sentences.letter ?? [], random.whole(3, 6))
  const greeting = (content.words.sentences.greeting ?? []).slice(0, 1)
  const lines = [...greeting, ...sentences].map((text) => [text.replace('{date}', other)])
  writeLines({ ...setting, area: areaOf(look, y), lines })
  if (random.chance(0.7))
    writeFooter(setting, areaOf(look, look.page.height - footerHeight - 22), random.chance(0.4))
  return sheet
}
