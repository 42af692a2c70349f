import { type Month, monthOf } from '@/base/calendar'
import type { Database } from '@/engine/store/open-database'
import { readUsage } from '@/engine/store/usage'
import { errorRefusal } from '../http/refusal'
import type { Route } from '../http/route'

/** GET /api/usage: contract §4. Months are those of `timeZone`, for the counters and for this answer alike. */
export function usageRoute({ database, timeZone }: { database: Database; timeZone: string }): Route {
  return {
    method: 'GET',
    path: '/api/usage',
    unauthorized: { error: 'Unauthorized' },
    isRateLimited: false,
    failure: { error: 'Internal server error' },
    handle: async ({ query, organization }) => {
      const month = readMonth({ query, timeZone })
      const { pages, operations } = await readUsage({ database, organization: organization.id, month })
      return {
        status: 200,
        body: { ...month, successful_pages: pages, successful_conversions: operations },
      }
    },
  }
}

function readMonth({ query, timeZone }: { query: URLSearchParams; timeZone: string }): Month {
  const [year, month] = [query.get('year'), query.get('month')]
  if (year === null && month === null) return monthOf({ instant: new Date(), timeZone })
  if (year === null || month === null) {
    throw errorRefusal({ status: 400, error: 'Send year and month together, or neither.' })
  }
  return {
    year: readInteger({ text: year, name: 'year', least: 2020, most: 2100 }),
    month: readInteger({ text: month, name: 'month', least: 1, most: 12 }),
  }
}

function readInteger(input: { text: string; name: string; least: number; most: number }): number {
  const { text, name, least, most } = input
  const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  const error = `Invalid ${name}. Must be an integer between ${least} and ${most}.`
  throw errorRefusal({ status: 400, error })
}
