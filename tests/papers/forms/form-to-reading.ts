import type { Reading } from '../../../engine/readers/reading'
import type { Paper } from '../paper'
import { createRandom } from '../random'
import { toReading } from '../to-reading'
import type { FormPaper } from './make-form'

/**
 * The form as a reader gives it; with noise above 0, as one that read a scan of it. Which words spell a value,
 * `wordsOfOccurrence` of `../to-reading` tells.
 */
export function formToReading(form: FormPaper, options: { noise?: number; seed?: number } = {}): Reading {
  const { noise = 0, seed = 1 } = options
  const reading = toReading(toPaper(form), { noise, seed })
  if (noise > 0) misreadTicks(reading, seed)
  return reading
}

function toPaper({ id, group, language, pages }: FormPaper): Paper {
  return { id, group, language, pages, kind: 'letter', country: '', currency: '', truth: {}, lineItems: [] }
}

const ticksAsRead: { [tick: string]: string[] } = {
  '☒': ['☒', 'X', '[X]', '[x]', '@', 'x', 'IX]'],
  '☑': ['☑', '[v]', 'M', '✓', 'V'],
  '✓': ['✓', 'v', 'V', '/', '√'],
  '☐': ['☐', '[]', 'O', '□', 'D', '[ ]', '0'],
  '■': ['■', '.', '[#]'],
  '□': ['□', 'O', '[]', '0'],
}

/** Few recognisers know check boxes. */
function misreadTicks(reading: Reading, seed: number): void {
  const random = createRandom(seed + 7_919)
  const habits = new Map(Object.entries(ticksAsRead).map(([tick, others]) => [tick, random.pick(others)]))
  for (const { words } of reading.pages)
    for (const word of words) {
      const usual = habits.get(word.text)
      if (usual !== undefined)
        word.text = random.chance(0.8) ? usual : random.pick(ticksAsRead[word.text] ?? [usual])
    }
}
