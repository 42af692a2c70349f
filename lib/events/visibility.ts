import 'server-only'
import { seesAllDocuments } from '../documents/read/visibility'
import { may, type SignedInUser } from '../people/roles'

export type Visibility = 'none' | 'own' | 'all'

export async function visibilityOf(user: Pick<SignedInUser, 'role' | 'token'>): Promise<Visibility> {
  if (!may(user, 'documents')) return 'none'
  return (await seesAllDocuments(user)) ? 'all' : 'own'
}
