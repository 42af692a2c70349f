import { z } from 'zod'

/** That a person found something in order as it is printed. */
const confirmationSchema = z.object({
  by: z.object({ id: z.string(), name: z.string() }),
  at: z.iso.datetime(),
})

/** By the id of what was to review: the path of a value, or that of a finding. */
export const confirmationsSchema = z.record(z.string(), confirmationSchema)
export type Confirmations = z.infer<typeof confirmationsSchema>
