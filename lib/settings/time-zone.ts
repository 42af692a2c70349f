import 'server-only'
import { getSettings } from '../env'

/** The organisation's time zone: months, days and all times on screen are cut and told in it. */
export function organisationTimeZone(): string {
  return getSettings().INTRAY_TIME_ZONE
}
