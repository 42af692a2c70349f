import { monthOf, monthSpan } from '@/base/calendar'
import type { Organization } from '../settings/config'
import { countUnfinished } from '../store/executions'
import type { Database } from '../store/open-database'
import { readUsage } from '../store/usage'
import { Refusal } from './http/refusal'

export type Quota = {
  /**
   * Throws the contract's 402 (§6) once the pages of the month are used or promised: what is not read yet has one page
   * at least. `database` may be a transaction.
   */
  require: (organization: Organization, database?: Database) => Promise<void>
}

type QuotaParts = { database: Database; timeZone: string }

export function createQuota({ database: ownDatabase, timeZone }: QuotaParts): Quota {
  return {
    require: async ({ id, monthlyPages }, database = ownDatabase) => {
      if (monthlyPages === null) return
      const month = monthOf({ instant: new Date(), timeZone })
      // In this order an execution that ends meanwhile counts twice, and never not at all.
      const unfinished = await countUnfinished({ database, organization: id })
      const { pages } = await readUsage({ database, organization: id, month })
      const used = pages + unfinished
      if (used < monthlyPages) return
      const resetDate = monthSpan({ month, timeZone }).endsAt.toISOString()
      throw new Refusal({
        status: 402,
        body: { error: 'Monthly conversion quota exceeded', quota: monthlyPages, used, resetDate },
      })
    },
  }
}
