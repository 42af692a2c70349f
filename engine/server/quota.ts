import { monthOf, monthSpan } from '@/base/calendar'
import type { Organization } from '../settings/config'
import type { Database } from '../store/open-database'
import { readUsage } from '../store/usage'
import { Refusal } from './http/refusal'

export type Quota = {
  /** Throws the contract's 402 (§6) once the organization has used its pages of the month. */
  require: (organization: Organization) => Promise<void>
}

export function createQuota({ database, timeZone }: { database: Database; timeZone: string }): Quota {
  return {
    require: async ({ id, monthlyPages }) => {
      if (monthlyPages === null) return
      const month = monthOf({ instant: new Date(), timeZone })
      const { pages } = await readUsage({ database, organization: id, month })
      if (pages < monthlyPages) return
      const resetDate = monthSpan({ month, timeZone }).endsAt.toISOString()
      throw new Refusal({
        status: 402,
        body: {
          error: 'Monthly conversion quota exceeded',
          quota: monthlyPages,
          used: pages,
          resetDate,
        },
      })
    },
  }
}
