import { z } from 'zod'
import type { Ability } from '@/lib/people/roles'
import { type NewToken, newTokenSchema } from '@/lib/people/tokens/schema'

/** Days, or without an end. */
export const tokenLifetimes = ['30', '90', '365', 'never'] as const

export const newTokenFormSchema = z.object({
  name: newTokenSchema.shape.name,
  lifetime: z.enum(tokenLifetimes),
  /** As typed; empty for no limit. */
  monthlyPages: z
    .string()
    .trim()
    .regex(/^\d{0,9}$/)
    .optional(),
})

type FilledForm = {
  form: z.output<typeof newTokenFormSchema>
  abilities: Ability[]
  /** What the person may: a token for all of it may also what the person may later. */
  offered: Ability[]
  steps: string[] | null
  now: Date
}

/** What the form asks of the server for. */
export function toNewToken({ form, abilities, offered, steps, now }: FilledForm): NewToken {
  const days = form.lifetime === 'never' ? null : Number(form.lifetime)
  const pages = Number(form.monthlyPages || 0)
  return {
    name: form.name,
    ...(abilities.length < offered.length ? { abilities } : {}),
    ...(steps ? { steps } : {}),
    ...(pages > 0 ? { monthlyPages: pages } : {}),
    ...(days === null ? {} : { expiresAt: new Date(now.getTime() + days * 86_400_000).toISOString() }),
  }
}
