import { textKey } from '../print/text-key'
import { findPrintings, type Printing } from './find-value'
import { labelsOf } from './label-rule'
import { answerAt, type Example, isNothing, isSame } from './paper'
import { placesOf } from './place-rule'
import type { ReadAs, Rule, Scalar } from './rule'
import { isTelling, shapeOf } from './shape'

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
  if (wanted.every(isNothing)) return wanted.length > 0 ? constantsOf({ examples, path }) : []
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
  if (typeof answered !== 'string' || typeof to !== 'string' || isDay(to)) return []
  const from = textKey(answered)
  return from === '' ? [] : [{ kind: 'alias', from, printed: answered.trim(), to }]
}

function labelRulesOf(printing: Printing): Rule[] {
  return labelsOf(printing).flatMap((label) =>
    (['first', 'last'] as const).map(
      (pick): Rule => ({ kind: 'label', ...label, pick, read: printing.read }),
    ),
  )
}

const isDay = (value: Scalar) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)

/** The ways in which values of this kind are printed. */
function readsOf(values: Scalar[]): ReadAs[] {
  const known = values.filter((value) => !isNothing(value))
  if (known.every(isDay))
    return (['day-first', 'month-first'] as const).map((order) => ({ as: 'date', order }))
  if (known.every((value) => typeof value === 'number'))
    return ([',', '.'] as const).map((mark) => ({ as: 'amount', mark }))
  const texts = known.filter((value) => typeof value === 'string').map((text) => text.trim())
  if (texts.length < known.length) return []
  return [
    {
      as: 'text',
      shape: shapeOf([...new Set(texts)]),
      words: Math.min(mostTextWords, Math.max(...texts.map((text) => text.split(/\s+/).length))),
      hasFigures: texts.every((text) => /\d/.test(text)),
    },
  ]
}

/**
 * What all papers have alike: a word, or nothing at all. Numbers and days that were the same so far are chance, and
 * what has figures in it names one paper.
 */
function constantsOf({ examples, path }: Taught): Rule[] {
  const values = examples.filter(({ truth }) => path in truth).map(({ truth }) => truth[path] ?? null)
  const [first] = values
  if (first === undefined || values.some((value) => !isSame({ one: value, other: first }))) return []
  if (isNothing(first)) return [{ kind: 'constant', value: null }]
  return typeof first === 'string' && !/\d/.test(first) ? [{ kind: 'constant', value: first }] : []
}

function distinct(rules: Rule[]): Rule[] {
  return [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()]
}
