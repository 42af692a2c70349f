import { z } from 'zod'
import { fetchJson } from '@/lib/fetch-json'
import { countEndings, noteSignedIn } from '@/lib/page/page-session'
import { peoplePaths } from '@/lib/people/queries'

/** Asks the server whose session this is now. The page's own goes on; what another answer means is noted by the call itself. */
export async function checkSession(): Promise<void> {
  const endings = countEndings()
  try {
    await fetchJson({ path: peoplePaths.account, schema: z.unknown() })
    if (endings === countEndings()) noteSignedIn()
  } catch {
    // Without an answer nothing is known, and the line says that it is silent.
  }
}
