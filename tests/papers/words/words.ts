import type { PaperKind } from '../paper'
import type { Random } from '../random'
import de from './latin/de.json'
import en from './latin/en.json'
import es from './latin/es.json'
import fr from './latin/fr.json'

/** What a language's papers say; every entry is one of several ways to say it. */
export type Words = {
  headings: { [kind in PaperKind]: string[] }
  labels: { [field: string]: string[] }
  columns: { [column: string]: string[] }
  sentences: { [about: string]: string[] }
  months: string[]
  shortMonths: string[]
  units: string[]
  products: string[]
  services: string[]
  trades: string[]
}

const wordsByLanguage: { [language: string]: Words } = { de, en, es, fr }

export const languages = Object.keys(wordsByLanguage)

export function getWords(language: string): Words {
  const words = wordsByLanguage[language]
  if (!words) throw new Error(`No words are known for "${language}".`)
  return words
}

/** Labels of a field; the field's own name where the language has none. */
export function labelsOf(words: Words, field: string): string[] {
  const labels = words.labels[field]
  if (!labels) throw new Error(`No labels are known for "${field}".`)
  return labels
}

/** English on every third paper, since the world writes it. */
export function chooseLanguage(random: Random): string {
  return random.chance(0.34) ? 'en' : random.pick(languages)
}
