import 'server-only'
import { and, asc, eq, isNull, lt, notInArray, sql } from 'drizzle-orm'
import { db } from '../db/client'
import { notifyUsage } from '../db/notify'
import { wakeWorker } from '../jobs/wake'
import { upstreamRefusals } from './tables'
import { upstreamIdentity } from './upstream'

/** What the upstream may refuse: our key altogether, or one step to it. */
export type Subject = 'key' | `step:${string}`

/** Which step is refused; null where the key is altogether. */
export function stepIdOf(subject: Subject): string | null {
  return subject === 'key' ? null : subject.slice('step:'.length)
}

export type Refusal = { subject: Subject; since: Date; detail: string | null }

/** Answers that change to and fro are one refusal, of which people are told once. */
const sameWithinMinutes = 10

/** Open desks hear of a new one, and so do administrators by mail (alerts). */
export async function recordRefusal({ subject, detail }: Omit<Refusal, 'since'>): Promise<void> {
  const isOver = lt(upstreamRefusals.endedAt, sql`now() - ${sameWithinMinutes} * interval '1 minute'`)
  await db().transaction(async (tx) => {
    const row = { upstream: upstreamIdentity(), subject, detail }
    const [known] = await tx.select().from(upstreamRefusals).where(isAbout(subject)).for('update')
    await tx
      .insert(upstreamRefusals)
      .values({ ...row, since: new Date() })
      .onConflictDoUpdate({
        target: [upstreamRefusals.upstream, upstreamRefusals.subject],
        set: {
          detail,
          endedAt: null,
          since: sql`case when ${isOver} then now() else ${upstreamRefusals.since} end`,
        },
      })
    if (known && known.endedAt === null) return
    await notifyUsage(tx)
    await wakeWorker('mail', tx)
  })
}

/** True where it was refused until now. */
export async function endRefusal(subject: Subject): Promise<boolean> {
  return endWhere(isAbout(subject))
}

/** Nobody asks for other steps any more. */
export async function endRefusalsBut(stepIds: string[]): Promise<void> {
  const subjects: Subject[] = ['key', ...stepIds.map((id): Subject => `step:${id}`)]
  await endWhere(and(isOfUpstream(), notInArray(upstreamRefusals.subject, subjects)))
}

/** What is refused now, the oldest first. */
export async function listRefusals(): Promise<Refusal[]> {
  const rows = await db()
    .select()
    .from(upstreamRefusals)
    .where(and(isOfUpstream(), isNull(upstreamRefusals.endedAt)))
    .orderBy(asc(upstreamRefusals.since))
  return rows.map(({ subject, since, detail }) => ({ subject: subject as Subject, since, detail }))
}

async function endWhere(where: ReturnType<typeof and>): Promise<boolean> {
  const ended = await db()
    .update(upstreamRefusals)
    .set({ endedAt: new Date() })
    .where(and(where, isNull(upstreamRefusals.endedAt)))
    .returning({ subject: upstreamRefusals.subject })
  if (ended.length > 0) await notifyUsage(db())
  return ended.length > 0
}

const isOfUpstream = () => eq(upstreamRefusals.upstream, upstreamIdentity())
const isAbout = (subject: Subject) => and(isOfUpstream(), eq(upstreamRefusals.subject, subject))
