import type { ValueField } from '../schema/schema-field'
import type { Choice, Ranking } from './rank-candidates'

type Open = { field: ValueField; choices: Choice[]; nothing: number }

/**
 * Gives each printed value to one field: the surest goes first, and what it takes is not there for the others, whose
 * shares grow by what they lose.
 */
export function assign(rankings: Map<ValueField, Ranking>): Map<ValueField, Choice> {
  const open: Open[] = [...rankings].map(([field, { choices, nothing }]) => ({ field, choices, nothing }))
  const claimed = new Set<string>()
  const assigned = new Map<ValueField, Choice>()
  while (open.length > 0) {
    const next = surest(open)
    if (next < 0) break
    const [{ field, choices } = { field: undefined, choices: [] }] = open.splice(next, 1)
    const [choice] = choices
    if (!field || !choice) continue
    assigned.set(field, choice)
    for (const id of idsOf(choice)) claimed.add(id)
    for (const one of open) withdraw({ one, claimed })
  }
  return assigned
}

/** The place of the field whose best value is likeliest, above none; -1 where all others are nothing. */
function surest(open: Open[]): number {
  let [best, at] = [0, -1]
  for (const [index, { choices, nothing }] of open.entries()) {
    const share = choices[0]?.share ?? 0
    if (share > nothing && share > best) {
      best = share
      at = index
    }
  }
  return at
}

function withdraw({ one, claimed }: { one: Open; claimed: Set<string> }): void {
  const left = one.choices.filter((choice) => !idsOf(choice).some((id) => claimed.has(id)))
  if (left.length === one.choices.length) return
  const lost = one.choices
    .filter((choice) => !left.includes(choice))
    .reduce((sum, { share }) => sum + share, 0)
  const rest = Math.max(1e-6, 1 - lost)
  one.choices = left.map((choice) => ({ ...choice, share: choice.share / rest }))
  one.nothing = Math.min(1, one.nothing / rest)
}

/** Cells and rows hold copies of the same word. */
function idsOf({ candidate: { read, zone } }: Choice): string[] {
  return read.words.map(({ box }) => `${zone.cell.page.number} ${Math.round(box.x)} ${Math.round(box.y / 2)}`)
}
