import { applyRule } from './apply-rule'
import { isCorrected } from './candidates'
import { type Example, isSame } from './paper'
import { needsPrint, type Rule } from './rule'

/** How a rule and the service's own reading did on the papers where the rule has something to say. */
export type Trial = {
  tried: number
  right: number
  /** Of the same papers the service answered so many right. */
  answeredRight: number
  /** Papers that a person corrected and that the rule reads as they did. */
  madeFrom: string[]
  /** Who corrected those. */
  people: string[]
}

type Tried = {
  rule: Rule
  examples: Example[]
  path: string
  /** By document, whether the value it showed was right: what is known of papers whose words are not at hand. */
  shown?: ReadonlyMap<string, boolean>
}

export function tryRule({ rule, examples, path, shown }: Tried): Trial {
  const trial: Trial = { tried: 0, right: 0, answeredRight: 0, madeFrom: [], people: [] }
  const people = new Set<string>()
  for (const example of examples) {
    if (!(path in example.truth)) continue
    const proposal = applyRule({ rule, paper: example, path })
    const wasRight = needsPrint(rule) && !example.print ? shown?.get(example.documentId) : undefined
    if (!proposal && wasRight === undefined) continue
    const isRight = proposal ? isSame({ one: proposal.value, other: example.truth[path] ?? null }) : wasRight
    const corrected = isCorrected({ example, path })
    trial.tried += 1
    trial.right += Number(isRight)
    trial.answeredRight += Number(!corrected)
    if (!isRight || !corrected) continue
    trial.madeFrom.push(example.documentId)
    for (const person of example.people[path] ?? []) people.add(person)
  }
  return { ...trial, people: [...people] }
}
