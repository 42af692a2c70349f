import { isSame } from '@/lib/lessons/rules/paper'
import type { Scalar } from '@/lib/lessons/rules/rule'
import type { Use } from '@/lib/lessons/tables'
import { readFieldSchema } from '@/lib/steps/field-schema'
import { answeredOf, issuerOf } from '../learning/paper-of'
import { type Corrections, valueCorrectionsOf } from '../model/corrections'
import { type Learnt, valuesOf } from '../model/learnt'

type Result = Record<string, unknown>

type Left = {
  result: Result
  learnt: Learnt | null
  corrections: Corrections | null
  checkedBy: string | null
  schema: unknown
}

/**
 * What a person's look at a document teaches: of a checked one all values that stand in no list, empty ones too, else
 * those that were corrected. Null where that is nothing.
 */
export function exampleOf({ result, learnt, corrections, checkedBy, schema }: Left) {
  const values = valuesOf({ result, learnt, corrections })
  const left = answeredOf(values)
  const corrected = valueCorrectionsOf(corrections ?? {})
  const paths = checkedBy
    ? [...new Set([...Object.keys(left), ...singleFieldsOf(schema)])]
    : Object.keys(left).filter((path) => path in corrected)
  if (paths.length === 0) return null
  const truth: Record<string, Scalar> = Object.fromEntries(
    paths.map((path) => [path, left[path]?.value ?? null]),
  )
  const people = Object.fromEntries(
    paths.map((path) => {
      const by = [corrected[path]?.by.id, checkedBy].filter((id) => id !== null && id !== undefined)
      return [path, [...new Set(by)]]
    }),
  )
  return {
    answered: answeredOf(result),
    truth,
    people,
    issuer: { answered: issuerOf(result), truth: issuerOf(values) },
    uses: checkedBy ? usesOf({ learnt, truth }) : {},
  }
}

/** Fields of a step that are neither lists nor things with fields of their own. */
function singleFieldsOf(schema: unknown): string[] {
  return Object.entries(readFieldSchema(schema).properties ?? {}).flatMap(([path, field]) => {
    const types = [readFieldSchema(field).type].flat()
    return types.includes('array') || types.includes('object') || path.startsWith('_') ? [] : [path]
  })
}

type Shown = { learnt: Learnt | null; truth: Record<string, Scalar> }

function usesOf({ learnt, truth }: Shown): Record<string, Use> {
  return Object.fromEntries(
    Object.entries(learnt ?? {}).flatMap(([path, { lessonId, value }]) =>
      path in truth
        ? [[path, { lessonId, isRight: isSame({ one: value, other: truth[path] ?? null }) }] as const]
        : [],
    ),
  )
}
