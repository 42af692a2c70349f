import { getSettings, parseSettings } from '@/lib/env'

/** Settings of the test file that calls this and of the processes it starts. A log has read them before any test. */
export function changeSettings(environment: Record<string, string>): void {
  Object.assign(process.env, environment)
  Object.assign(getSettings(), parseSettings(process.env))
}
