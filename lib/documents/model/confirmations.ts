import { z } from 'zod'
import type { ReviewItem } from './review-item'

/** That a person found something in order as it is printed. */
const confirmationSchema = z.object({
  by: z.object({ id: z.string(), name: z.string() }),
  at: z.iso.datetime(),
})

/** By the id of what was to review: the path of a value, or that of a finding. */
export const confirmationsSchema = z.record(z.string(), confirmationSchema)
export type Confirmations = z.infer<typeof confirmationsSchema>

type Changed = {
  confirmations: Confirmations
  reviewItems: readonly ReviewItem[]
  changed: readonly string[]
}

/** Whoever confirmed a value that was changed since, or a finding about it, did not see the new one. */
export function stillConfirmed({ confirmations, reviewItems, changed }: Changed): Confirmations {
  const findings = reviewItems.filter(
    (item) => item.kind === 'finding' && item.fields.some((field) => changed.includes(field)),
  )
  const gone = new Set([...changed, ...findings.map(({ id }) => id)])
  return Object.fromEntries(Object.entries(confirmations).filter(([id]) => !gone.has(id)))
}
