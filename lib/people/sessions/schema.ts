import { z } from 'zod'

/** Where somebody is signed in. `device`: what the browser calls itself; `current`: the one that asks. */
export const ownSessionsSchema = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      device: z.string(),
      startedAt: z.string(),
      lastSeenAt: z.string(),
      current: z.boolean(),
    }),
  ),
})

export type OwnSessions = z.infer<typeof ownSessionsSchema>
export type OwnSession = OwnSessions['sessions'][number]
