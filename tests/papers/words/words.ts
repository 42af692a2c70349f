import type { PaperKind } from '../paper'
import type { Random } from '../random'
import cs from './latin/cs.json'
import da from './latin/da.json'
import de from './latin/de.json'
import en from './latin/en.json'
import es from './latin/es.json'
import fi from './latin/fi.json'
import fr from './latin/fr.json'
import hu from './latin/hu.json'
import it from './latin/it.json'
import nl from './latin/nl.json'
import no from './latin/no.json'
import pl from './latin/pl.json'
import pt from './latin/pt.json'
import ro from './latin/ro.json'
import sv from './latin/sv.json'
import tr from './latin/tr.json'
import ar from './scripts/ar.json'
import bg from './scripts/bg.json'
import el from './scripts/el.json'
import he from './scripts/he.json'
import ja from './scripts/ja.json'
import ko from './scripts/ko.json'
import ru from './scripts/ru.json'
import uk from './scripts/uk.json'
import zh from './scripts/zh.json'

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

// Where a language has no way to say a thing, its papers say it in English, as many do.
function orEnglish(words: Words): Words {
  return {
    ...words,
    labels: { ...en.labels, ...words.labels },
    columns: { ...en.columns, ...words.columns },
    sentences: { ...en.sentences, long_date: [], ...words.sentences },
  }
}

const largerLanguages = { de: true, es: true, fr: true, it: true, pt: true, nl: true }

const otherScripts = new Set(['ar', 'bg', 'el', 'he', 'ja', 'ko', 'ru', 'uk', 'zh'])

const known: { [language: string]: Words } = {
  cs,
  da,
  de,
  en,
  es,
  fi,
  fr,
  hu,
  it,
  nl,
  no,
  pl,
  pt,
  ro,
  sv,
  tr,
  ar,
  bg,
  el,
  he,
  ja,
  ko,
  ru,
  uk,
  zh,
}

const wordsByLanguage = new Map(
  Object.entries(known).map(([language, words]) => [language, orEnglish(words)]),
)

export const languages = [...wordsByLanguage.keys()]

export function getWords(language: string): Words {
  const words = wordsByLanguage.get(language)
  if (!words) throw new Error(`No words are known for "${language}".`)
  return words
}

/** Labels of a field; the field's own name where the language has none. */
export function labelsOf(words: Words, field: string): string[] {
  const labels = words.labels[field]
  if (!labels) throw new Error(`No labels are known for "${field}".`)
  return labels
}

/** English on every third paper, since the world writes it; other scripts on every tenth. */
export function chooseLanguage(random: Random): string {
  return random.weighted(languageShares)
}

const languageShares = languages.map((language): [string, number] => {
  if (language === 'en') return [language, 34]
  if (language in largerLanguages) return [language, 7]
  return [language, otherScripts.has(language) ? 1.2 : 2.4]
})
