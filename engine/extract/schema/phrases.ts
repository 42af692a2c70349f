import { toTextKey } from '../vocabulary/text-key'
import { isDistinctive, toTokens } from '../vocabulary/tokens'
import type { JsonSchema } from './json-schema'
import { knownLabels } from './known-fields'
import type { Phrase } from './schema-field'

/** How far a description's words are believed to be those on the page, against 1 for a name or title. */
const descriptionWeight = 0.85
/** "the name of the bank" describes a `syndicationAgent` in words that name anything else as well. */
const strangeWeight = 0.5
const longestDescriptionPhrase = 6

/**
 * The ways in which a page may name what a schema asks for, surest first: its titles, its name, its name without
 * the words of form (`inceptionDate`: "inception"), what its description begins with, and known labels in all
 * languages where the name means a known field.
 * @param name the property's name; `parents` are those of the objects around it, outermost first
 */
export function toPhrases({
  name,
  parents,
  schema,
}: {
  name: string
  parents: string[]
  schema: JsonSchema
}): Phrase[] {
  const titles = [schema.title, ...Object.values(schema.titles ?? {})].filter((title) => title !== undefined)
  const whole = [...parents, name].join(' ')
  const names =
    parents.length > 0
      ? [toPhrase({ text: whole, weight: 1 }), toPhrase({ text: name, weight: 0.8 })]
      : [toPhrase({ text: name, weight: 1 })]
  const own = new Set([...titles, whole].flatMap(toTokens))
  return withoutDoubles([
    ...titles.map((text) => toPhrase({ text, weight: 1 })),
    ...names,
    ...knownLabels([whole, ...titles]).map(({ label, isWeak }) =>
      toPhrase({ text: label, weight: isWeak ? 0.6 : 0.95 }),
    ),
    ...names.flatMap(withoutForm),
    ...headsOf(schema.description ?? '').flatMap((text) => {
      const isAkin = toTokens(text).some((token) => isDistinctive(token) && own.has(token))
      const phrase = toPhrase({ text, weight: isAkin ? descriptionWeight : strangeWeight })
      return [phrase, ...withoutForm(phrase)]
    }),
  ])
}

function toPhrase({ text, weight }: { text: string; weight: number }): Phrase {
  return { tokens: toTokens(text), key: toTextKey(text), weight }
}

function withoutForm(phrase: Phrase): Phrase[] {
  const tokens = phrase.tokens.filter(isDistinctive)
  if (tokens.length === 0 || tokens.length === phrase.tokens.length) return []
  return [{ tokens, key: tokens.join(''), weight: phrase.weight * 0.9 }]
}

/** "the policy inception/effective date in YYYY-MM-DD format" begins with two ways to name it. */
function headsOf(description: string): string[] {
  const head =
    description.split(
      /[(.;:,]|\b(?:in|as|exactly|excluding|without|printed|if|for|identified|that|which)\b/i,
    )[0] ?? ''
  const text = head.replace(/^\s*(?:the|a|an|each|all|any)\b/i, '').trim()
  return text
    .split(/\s{1,9}or\s{1,9}|\s{0,9}\/\s{0,9}/i)
    .filter((part) => part !== '' && part.split(/\s+/).length <= longestDescriptionPhrase)
}

function withoutDoubles(phrases: Phrase[]): Phrase[] {
  const usable = phrases.filter(({ tokens }) => tokens.length > 0)
  const byTokens = new Map<string, Phrase>()
  for (const phrase of usable) {
    const id = [...new Set(phrase.tokens)].sort().join(' ')
    const known = byTokens.get(id)
    if (!known || known.weight < phrase.weight) byTokens.set(id, phrase)
  }
  return [...byTokens.values()]
}
