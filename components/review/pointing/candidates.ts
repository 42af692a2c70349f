import type { EntryKind } from '../result/value-entry'
import { isBehind, type PageWord, type Run } from './word-runs'

type Searched = {
  words: PageWord[]
  kind: EntryKind
  /** Whether some text is a value of the field. */
  fits: (text: string) => boolean
  /** What was typed so far: texts that begin with it are wanted, wherever they begin. */
  typed: string
}

/** So many words make a number or a day at most. */
const longest = { number: 3, date: 6 }

/** The runs of words on a page that fit a field, in reading order; the longest from each place. */
export function candidatesOf({ words, kind, fits, typed }: Searched): Run[] {
  if (kind === 'boolean') return []
  if (kind === 'text') return typed === '' ? phrasesOf(words) : beginningWith({ words, typed })
  const runs: Run[] = []
  for (let from = 0; from < words.length; from += 1) {
    const to = longestRun({ words, from, most: longest[kind], fits })
    if (to === null) continue
    runs.push({ from, to })
    from = to
  }
  return runs
}

type Started = Pick<Searched, 'words' | 'fits'> & { from: number; most: number }

function longestRun({ words, from, most, fits }: Started): number | null {
  const end = Math.min(endOfPhrase({ words, from }), from + most - 1)
  for (let to = end; to >= from; to -= 1) if (fits(textOf({ words, from, to }))) return to
  return null
}

/** What stands together on a line: a name, an address, a cell. */
function phrasesOf(words: PageWord[]): Run[] {
  const runs: Run[] = []
  for (let from = 0; from < words.length; from += 1) {
    const to = endOfPhrase({ words, from })
    runs.push({ from, to })
    from = to
  }
  return runs
}

function beginningWith({ words, typed }: Pick<Searched, 'words' | 'typed'>): Run[] {
  const wanted = typed.toLowerCase()
  return words.flatMap((_, from) => {
    const end = endOfPhrase({ words, from })
    for (let to = from; to <= end; to += 1) {
      const text = textOf({ words, from, to }).toLowerCase()
      if (text.length >= wanted.length) return text.startsWith(wanted) ? [{ from, to }] : []
    }
    return []
  })
}

function endOfPhrase({ words, from }: { words: PageWord[]; from: number }): number {
  let to = from
  for (;;) {
    const [before, word] = [words[to], words[to + 1]]
    if (!before || !word || !isBehind({ before, word })) return to
    to += 1
  }
}

export function textOf({ words, from, to }: { words: PageWord[] } & Run): string {
  return words
    .slice(from, to + 1)
    .map(({ text }) => text)
    .join(' ')
}
