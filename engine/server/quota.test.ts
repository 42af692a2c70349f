import { expect, it, vi } from 'vitest'
import type { Organization } from '../settings/config'
import type { Database } from '../store/open-database'
import { createQuota } from './quota'

const account = vi.hoisted(() => ({ unfinished: 1, pages: 0 }))

/** Right after each look the one execution ends, and its page is used. */
function look(seen: number): Promise<number> {
  Object.assign(account, { unfinished: 0, pages: 1 })
  return Promise.resolve(seen)
}

vi.mock('../store/executions', () => ({ countUnfinished: () => look(account.unfinished) }))
vi.mock('../store/usage', () => ({
  readUsage: () => look(account.pages).then((pages) => ({ pages, operations: 0 })),
}))

it('counts an execution that ends while the quota is looked at', async () => {
  const quota = createQuota({ database: {} as Database, timeZone: 'UTC' })
  const organization = { id: 'one', monthlyPages: 1 } as Organization
  await expect(quota.require(organization)).rejects.toMatchObject({ status: 402 })
})
