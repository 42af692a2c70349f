import { type ReadValue, toFound } from '@/engine/extract/layout/found'
import { compareLabel, evenWeights, toLabelText } from '@/engine/extract/schema/similarity'
import type { ReadingContext } from '@/engine/extract/values/context'
import type { Word } from '../../../readers/reading'
import { bottomOf } from '../../layout/box'
import { type TextLine, wordsOf } from '../../layout/layout'
import { textOf } from '../../layout/word-text'
import type { Paper } from '../../paper/paper'
import type { ListField, ValueField } from '../../schema/schema-field'
import { readKind, type SchemaValue } from '../../values/read-kind'
import { isTelling } from '../cell-parts'
import { isLabelled } from '../line-roles'
import type { ListRow } from '../read-cells'
import { type LabelledValue, labelledValuesOf } from './read-groups'

const leastSimilarity = 0.8
const score = 0.75
const bullet = /^(?:[•·▪‣◦●■*–-]|\(?\d{1,2}[.)])$/
const ticked = /^(?:☒|☑|✓|✔|\[x\]|\(x\))$/iu
const box = /^(?:☐|□|☒|☑|✓|✔|\[x?\]|\(x?\))$/iu

/** Values behind a label, separated by commas, ticked among others, or in the lines below: `Languages: Spanish, French`. */
export function readPlainList({ paper, list }: { paper: Paper; list: ListField }): ListRow[] {
  const { context } = paper
  const [item] = list.columns
  const label = findLabel({ paper, list })
  if (!item || !label) return []
  const entries =
    label.words.length > 0
      ? splitEntries(wordsBehind(label))
      : linesBelow(label).flatMap((line) => splitEntries(wordsOf(line)))
  return entries.flatMap((words): ListRow[] => {
    const read = readEntry({ item, words, context })
    return read ? [new Map([[item, toFound({ read, page: label.line.page, score })]])] : []
  })
}

function findLabel({ paper, list }: { paper: Paper; list: ListField }): LabelledValue | null {
  const field = { phrases: list.phrases, about: new Set<string>(), description: '' }
  const rated = paper.lines
    .flatMap(labelledValuesOf)
    .filter(({ label }) => label.length < 60)
    .map((value) => ({
      value,
      similarity: compareLabel({ label: toLabelText(value.label), field, weights: evenWeights }),
    }))
    .filter(({ similarity }) => similarity >= leastSimilarity)
    .sort((a, b) => b.similarity - a.similarity)
  return rated[0]?.value ?? null
}

/** The first value and the cells behind it, up to the next label. */
function wordsBehind({ words, line }: LabelledValue): Word[] {
  const all = wordsOf(line)
  const from = all.indexOf(words[0] ?? noWord)
  const label = all.findIndex(({ text }, at) => at >= from && text.endsWith(':'))
  return label < 0 ? all.slice(from) : words
}

const noWord: Word = { text: '', box: { x: 0, y: 0, width: 0, height: 0 }, confidence: 0, origin: 'text' }

/** Lines that follow closely at the label's left edge, or a little to the right of it. */
function linesBelow({ segment, line }: LabelledValue): TextLine[] {
  const { page } = line
  const below = page.lines.slice(page.lines.indexOf(line) + 1)
  let last = line
  const end = below.findIndex((one) => {
    const shift = one.box.x - segment.box.x
    const gap = one.box.y - bottomOf(last.box)
    const isNear = gap < (last === line ? 1.5 : 0.9) * page.lineHeight
    last = one
    return (
      !isNear ||
      shift < -page.lineHeight ||
      shift > 4 * page.lineHeight ||
      isLabelled(one) ||
      one.segments.length > 2
    )
  })
  const lines = end < 0 ? below : below.slice(0, end)
  const bulleted = lines.filter((one) => bullet.test(wordsOf(one)[0]?.text ?? ''))
  return bulleted.length > 0 ? bulleted : lines
}

/** At bullets and behind commas; where boxes are ticked, what stands behind a tick. */
function splitEntries(words: Word[]): Word[][] {
  const hasTicks = words.some(({ text }) => ticked.test(text))
  const entries: Word[][] = []
  let isNew = true
  let isTaken = !hasTicks
  for (const word of words) {
    if (bullet.test(word.text) || box.test(word.text)) {
      isNew = true
      isTaken = !hasTicks || ticked.test(word.text)
      continue
    }
    if (isNew) entries.push([])
    if (isTaken) entries.at(-1)?.push(word)
    isNew = /[,;]$/.test(word.text)
  }
  return entries.filter((entry) => /[\p{L}\d]/u.test(textOf(entry)))
}

function readEntry(input: {
  item: ValueField
  words: Word[]
  context: ReadingContext
}): ReadValue<SchemaValue> | null {
  if (isTelling(input.item)) return readKind({ ...input, field: input.item })
  return { value: textOf(input.words).replace(/(?<![\s,;.])[\s,;.]+$/, ''), words: input.words, quality: 1 }
}
