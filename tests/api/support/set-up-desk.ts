import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Role, SignedInUser } from '@/lib/people/roles'
import { addPerson, type Desk, openDesk, signInAs } from './desk'

/**
 * A desk for the tests of one file, closed after the last. With a role, a person of it who was never here before is
 * signed in before each test; without one, nobody is.
 */
export function setUpDesk({ role }: { role?: Role } = {}) {
  let desk: Desk | undefined
  let user: SignedInUser | null = null

  beforeAll(async () => {
    desk = await openDesk()
  })
  beforeEach(async () => {
    user = role ? await addPerson(role) : null
    signInAs(user)
  })
  afterAll(() => desk?.close())

  return {
    get connection() {
      if (!desk) throw new Error('The desk is not open yet.')
      return desk.connection
    },
    /** Whose requests the calls of the test are. */
    get user(): SignedInUser {
      if (!user) throw new Error('Nobody is signed in at this desk.')
      return user
    },
  }
}
