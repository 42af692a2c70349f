import 'server-only'
import { AppError } from '@/lib/errors'
import type { SignedInUser } from '@/lib/people/roles'
import type { QueueFilter, ReviewQueue } from '../model/review-queue'
import type { DocumentDetail } from '../model/schema'
import { getDocument, requireVisible } from '../read/get-document'
import { seesAllDocuments } from '../read/visibility'
import {
  claimNext,
  claimOne,
  countQueue,
  countSteps,
  countSuppliers,
  findHolder,
  hasFree,
  listClaimed,
  releaseClaim,
} from './claims-store'

type Asked = { user: SignedInUser; filter: QueueFilter }

/** How much waits for a person among what the user may see, and who is at it. The choices are those of the whole queue. */
export async function readQueue({ user, filter }: Asked): Promise<ReviewQueue> {
  const onlyPerson = await onlyPersonOf(user)
  const all = { filter: {}, onlyPerson }
  const [documents, steps, suppliers, claimed] = await Promise.all([
    countQueue({ filter, onlyPerson }),
    countSteps(all),
    countSuppliers(all),
    listClaimed({ ...all, personId: user.id }),
  ])
  return { documents, steps, suppliers, claimed }
}

/** The next document for this person, theirs until they let it go or are silent for too long; null where none is free. */
export async function takeNext({
  user,
  filter,
  without,
}: Asked & { without: string[] }): Promise<DocumentDetail | null> {
  const wanted = { filter, without, personId: user.id, onlyPerson: await onlyPersonOf(user) }
  do {
    const id = await claimNext(wanted)
    if (id) return getDocument({ user, id })
    // Another was quicker by a moment: on to the one after.
  } while (await hasFree(wanted))
  return null
}

type Target = { user: SignedInUser; id: string }

/**
 * Claims a document, or holds it for longer. Throws document.not_found, document.in_review where another person has it
 * and it is not to be taken over.
 */
export async function claim({
  user,
  id,
  takeOver,
}: Target & { takeOver: boolean }): Promise<{ until: string }> {
  await requireVisible({ user, id })
  const until = await claimOne({ documentId: id, personId: user.id, takeOver })
  if (until) return { until: until.toISOString() }
  const name = (await findHolder(id)) ?? ''
  throw new AppError('document.in_review', { values: { name }, details: { name } })
}

export async function release({ user, id }: Target): Promise<null> {
  await releaseClaim({ documentId: id, personId: user.id })
  return null
}

async function onlyPersonOf(user: SignedInUser): Promise<string | null> {
  return (await seesAllDocuments(user)) ? null : user.id
}
