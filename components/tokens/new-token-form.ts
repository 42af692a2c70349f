import { z } from 'zod'
import { parsePageCount } from '@/components/forms/page-count'
import type { Ability } from '@/lib/people/roles'
import { type NewToken, newTokenSchema } from '@/lib/people/tokens/schema'

/** Days, or without an end. */
export const tokenLifetimes = ['30', '90', '365', 'never'] as const

export const newTokenFormSchema = z.object({
  name: newTokenSchema.shape.name,
  lifetime: z.enum(tokenLifetimes),
  /** Empty for no limit. */
  monthlyPages: z
    .string()
    .transform(parsePageCount)
    .pipe(newTokenSchema.shape.monthlyPages.unwrap().nullable())
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
  return {
    name: form.name,
    ...(abilities.length < offered.length ? { abilities } : {}),
    ...(steps ? { steps } : {}),
    ...(form.monthlyPages ? { monthlyPages: form.monthlyPages } : {}),
    ...(days === null ? {} : { expiresAt: new Date(now.getTime() + days * 86_400_000).toISOString() }),
  }
}
