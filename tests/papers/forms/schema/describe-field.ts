import type { Random } from '../../random'
import type { FormField } from '../vocabulary/fields'
import { headline } from '../vocabulary/fields'

/** A sentence in an admin's own words. */
export function describeField(given: {
  field: FormField
  label: string
  random: Random
  /** Whom or what it belongs to, as `tenant`; null where it is the document's own. */
  owner: string | null
  /** The document, as `payslip`. */
  paper: string
  example: string | null
}): string {
  const { field, label, random, owner, paper, example } = given
  const words = random.pick([
    ...field.synonyms,
    ...field.synonyms,
    ...field.labels,
    headline(field.key),
    label,
  ])
  const plain = lower(words.replace(/[.:#*]+$/, ''))
  const own = owner === null ? plain : random.pick([`${plain} of the ${owner}`, `${owner}'s ${plain}`, plain])
  const sentence =
    field.descriptions.length > 0 && random.chance(0.5)
      ? random.pick(field.descriptions)
      : random.weighted([
          [upper(own), 4],
          [`The ${own}`, 3],
          [`The ${own}.`, 1],
          [`${upper(own)} as printed`, 1.2],
          [`${upper(own)} as shown on the ${paper}`, 1],
          [`${upper(own)} stated on the document`, 0.6],
          [`What is the ${own}?`, 0.4],
          [`${upper(own)}, usually labelled "${label}"`, 0.5],
          [`Labelled "${label}"`, 0.3],
          [`Extract the ${own}`, 0.5],
          [`${upper(own)}; leave out if missing`, 0.5],
        ])
  if (example === null || !random.chance(0.2)) return sentence
  const end = sentence.replace(/\.$/, '')
  return random.pick([
    `${end}, e.g. ${example}`,
    `${end} (e.g. ${example})`,
    `${end}. Example: ${example}`,
    `${end}, for example "${example}"`,
  ])
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Of words that are no abbreviation. */
function lower(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
