import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'

const folder = new URL('../../knowledge/words/', import.meta.url)

/** One file a language: another is known as soon as its file is there. */
const languages = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) =>
    z.record(z.string(), z.array(z.string())).parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))),
  )

/** What labels can name, in the words of the vocabulary: `total`, `due_date` … */
export const concepts = [...new Set(languages.flatMap((words) => Object.keys(words)))]

/** How documents name a concept, in every language that the engine knows. */
export function labelsOf(concept: string): string[] {
  return languages.flatMap((words) => words[concept] ?? [])
}
