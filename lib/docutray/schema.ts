import { z } from 'zod'

const instant = z.iso.datetime()

/** How the desk stands with the upstream, for everyone: what keeps documents waiting, and until when. */
export const upstreamStandingSchema = z.object({
  /** What is refused to our key, and since when: everything, or some steps. */
  refused: z.object({ what: z.enum(['all', 'steps']), since: instant }).nullable(),
  limitedUntil: instant.nullable(),
  /** The upstream has no pages left; `resetsAt` where it said when it has again, `nextTryAt` when a document asks next. */
  quota: z.object({ since: instant, resetsAt: instant.nullable(), nextTryAt: instant }).nullable(),
})
export type UpstreamStanding = z.infer<typeof upstreamStandingSchema>
