import 'server-only'
import { AppError } from '../errors'
import { hasMailServer } from '../mail/mail-server'
import type { Wishes, WishesChange } from './wishes-schema'
import { findWishes, updateWishes } from './wishes-store'

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
