import 'server-only'
import { AppError } from '../errors'
import { personHeader } from '../page/page-session'
import type { SignedInUser } from '../people/roles'

/**
 * Refuses a call of a page that somebody else opened: in another tab of its browser another person may have signed in
 * since. An event stream, which cannot send headers, says it in its address. Who does not say whose page it is, as
 * scripts, is whoever is signed in. Throws auth.other_person.
 */
export function refuseOtherPerson({ request, user }: { request: Request; user: SignedInUser }): void {
  const pagePerson = request.headers.get(personHeader) ?? new URL(request.url).searchParams.get(personHeader)
  if (pagePerson && pagePerson !== user.id) throw new AppError('auth.other_person')
}
