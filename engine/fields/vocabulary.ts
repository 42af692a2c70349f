import de from './words/de.json'
import en from './words/en.json'
import es from './words/es.json'
import fr from './words/fr.json'
import it from './words/it.json'
import ms from './words/ms.json'
import nl from './words/nl.json'
import pt from './words/pt.json'

type Words = { [concept: string]: string[] }

const languages: Words[] = [en, es, de, fr, it, pt, nl, ms]

/** How documents name a concept (`total`, `due_date` …), in every language the engine knows. */
export function labelsOf(concept: string): string[] {
  return languages.flatMap((words) => words[concept] ?? [])
}
