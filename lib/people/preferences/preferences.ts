import 'server-only'
import { AppError } from '@/lib/errors'
import { hasMailServer } from '@/lib/mail/mail-server'
import type { Wishes, WishesChange } from './schema'
import { findWishes, updateWishes } from './store'

/** Throws person.not_found. */
export async function readWishes(id: string): Promise<Wishes> {
  const wishes = await findWishes(id)
  if (!wishes) throw new AppError('person.not_found')
  return { ...wishes, hasMailServer: hasMailServer() }
}

/** Changes what is given and leaves the rest. Throws person.not_found. */
export async function changeWishes({ id, change }: { id: string; change: WishesChange }): Promise<Wishes> {
  await updateWishes({ id, change })
  return readWishes(id)
}
