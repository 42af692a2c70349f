import { textKey } from '../print/text-key'
import { findPrintings, type Printing } from './find-value'
import { labelsOf } from './label-rule'
import { answerAt, type Example, isNothing, isSame } from './paper'
import { placesOf } from './place-rule'
import type { ReadAs, Rule, Scalar } from './rule'
import { formOf, isTelling, shapeOf } from './shape'

type Taught = { examples: Example[]; path: string }

/** Of so many papers rules are made; they are tried on all. */
const mostCorrected = 6
const mostTextWords = 8

/**
 * Rules that could have led to what people put in the place of what was answered, the simplest first. Made of the
 * papers that were corrected; whether one is any good is found by trying it on all.
 */
export function listCandidates({ examples, path }: Taught): Rule[] {
  const corrected = examples
    .filter((example) => path in example.truth && isCorrected({ example, path }))
    .slice(-mostCorrected)
  const wanted = corrected.map(({ truth }) => truth[path] ?? null)
  if (wanted.length === 0) return []
  const reads = readsOf(wanted)
  const printings = corrected.flatMap(({ print, truth }) => {
    const value = truth[path] ?? null
    return print && !isNothing(value) ? findPrintings({ print, value, reads }) : []
  })
  return distinct([
    ...corrected.flatMap((example) => aliasOf({ example, path })),
    ...printings.flatMap(labelRulesOf),
    ...printings.flatMap((printing) =>
      placesOf(printing).map((place): Rule => ({ ...place, read: printing.read })),
    ),
    ...reads.flatMap((read): Rule[] => [
      { kind: 'format', read },
      ...(read.as === 'text' && read.shape !== null && isTelling(read.shape)
        ? [{ kind: 'pattern' as const, read }]
        : []),
    ]),
    ...constantsOf({ examples, path }),
  ])
}

export function isCorrected({ example, path }: { example: Example; path: string }): boolean {
  return !isSame({ one: answerAt({ paper: example, path }), other: example.truth[path] ?? null })
}

function aliasOf({ example, path }: { example: Example; path: string }): Rule[] {
  const answered = answerAt({ paper: example, path })
  const to = example.truth[path]
  if (typeof answered !== 'string' || typeof to !== 'string' || !isName(to)) return []
  const from = textKey(answered)
  return from === '' ? [] : [{ kind: 'alias', from, printed: answered.trim(), to }]
}

/** Numbers, amounts and days name one paper; a name may have figures in it: `43 Albergo S.n.c.`. */
function isName(text: string): boolean {
  const figures = text.match(/\d/g)?.length ?? 0
  if (figures === 0) return true
  const hasWord = text.split(/\s+/).some((word) => /\p{L}/u.test(word) && !/\d/.test(word))
  return hasWord && (text.match(/\p{L}/gu)?.length ?? 0) > figures
}

function labelRulesOf(printing: Printing): Rule[] {
  return labelsOf(printing).flatMap((label) =>
    (['first', 'last'] as const).map(
      (pick): Rule => ({ kind: 'label', ...label, pick, read: printing.read }),
    ),
  )
}

const isDay = (value: Scalar) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)

/** The ways in which such values are printed; one wrong correction among them hides no way. */
function readsOf(values: Scalar[]): ReadAs[] {
  const texts = values.flatMap((value) =>
    typeof value === 'string' && !isNothing(value) && !isDay(value) ? [value.trim()] : [],
  )
  const alike = largestGroup({ items: texts, keyOf: formOf })
  return [
    ...(values.some(isDay)
      ? (['day-first', 'month-first'] as const).map((order) => ({ as: 'date' as const, order }))
      : []),
    ...(values.some((value) => typeof value === 'number')
      ? ([',', '.'] as const).map((mark) => ({ as: 'amount' as const, mark }))
      : []),
    ...[alike, texts].filter((some) => some.length > 0).map(readTextsAs),
  ]
}

function readTextsAs(texts: string[]): ReadAs {
  return {
    as: 'text',
    shape: shapeOf([...new Set(texts)]),
    words: Math.min(mostTextWords, Math.max(...texts.map((text) => text.split(/\s+/).length))),
    hasFigures: texts.every((text) => /\d/.test(text)),
  }
}

function largestGroup<Item>({ items, keyOf }: { items: Item[]; keyOf: (item: Item) => string }): Item[] {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return [...groups.values()].sort((one, other) => other.length - one.length)[0] ?? []
}

/**
 * What papers have alike, all but one at most: a word, or nothing at all. Numbers and days that were the same so far
 * are chance, and what has figures in it names one paper.
 */
function constantsOf({ examples, path }: Taught): Rule[] {
  const values = examples.filter(({ truth }) => path in truth).map(({ truth }) => truth[path] ?? null)
  const alike = largestGroup({
    items: values,
    keyOf: (value) => JSON.stringify(isNothing(value) ? null : value),
  })
  const [first] = alike
  const isCommon = alike.length === values.length || (alike.length >= 3 && alike.length === values.length - 1)
  if (first === undefined || !isCommon) return []
  if (isNothing(first)) return [{ kind: 'constant', value: null }]
  return typeof first === 'string' && !/\d/.test(first) ? [{ kind: 'constant', value: first }] : []
}

function distinct(rules: Rule[]): Rule[] {
  return [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()]
}
