import cs from './words/cs.json'
import da from './words/da.json'
import de from './words/de.json'
import en from './words/en.json'
import es from './words/es.json'
import fi from './words/fi.json'
import fr from './words/fr.json'
import hu from './words/hu.json'
import it from './words/it.json'
import ms from './words/ms.json'
import nl from './words/nl.json'
import no from './words/no.json'
import pl from './words/pl.json'
import pt from './words/pt.json'
import ro from './words/ro.json'
import sv from './words/sv.json'
import tr from './words/tr.json'

type Words = { [concept: string]: string[] }

const languages: Words[] = [en, es, de, fr, it, pt, nl, pl, sv, da, no, fi, cs, ro, hu, tr, ms]

/** How documents name a concept (`total`, `due_date` …), in every language the engine knows. */
export function labelsOf(concept: string): string[] {
  return languages.flatMap((words) => words[concept] ?? [])
}
