import cs from '../../knowledge/words/cs.json'
import da from '../../knowledge/words/da.json'
import de from '../../knowledge/words/de.json'
import en from '../../knowledge/words/en.json'
import es from '../../knowledge/words/es.json'
import fi from '../../knowledge/words/fi.json'
import fr from '../../knowledge/words/fr.json'
import hu from '../../knowledge/words/hu.json'
import it from '../../knowledge/words/it.json'
import ms from '../../knowledge/words/ms.json'
import nl from '../../knowledge/words/nl.json'
import no from '../../knowledge/words/no.json'
import pl from '../../knowledge/words/pl.json'
import pt from '../../knowledge/words/pt.json'
import ro from '../../knowledge/words/ro.json'
import sv from '../../knowledge/words/sv.json'
import tr from '../../knowledge/words/tr.json'

type Words = { [concept: string]: string[] }

const languages: Words[] = [en, es, de, fr, it, pt, nl, pl, sv, da, no, fi, cs, ro, hu, tr, ms]

/** How documents name a concept (`total`, `due_date` …), in every language the engine knows. */
export function labelsOf(concept: string): string[] {
  return languages.flatMap((words) => words[concept] ?? [])
}
