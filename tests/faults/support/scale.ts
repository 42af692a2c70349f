import { createRandom, type Random } from './random'

/** `npm run test:faults` sets FAULTS=long; `npm test` runs the short version. */
export const isLong = process.env.FAULTS === 'long'

/** What a run has of something: as many in the short version, as many in the long one. */
export function scaled({ short, long }: { short: number; long: number }): number {
  return isLong ? long : short
}

/** How many kills one test makes; FAULTS_KILLS says it for all of them. */
export function plannedKills(planned: { short: number; long: number }): number {
  return Number(process.env.FAULTS_KILLS || scaled(planned))
}

/** The chance of one test, by a seed that is printed; FAULTS_SEED repeats it. */
export function announcedRandom(test: string): Random {
  const seed = Number(process.env.FAULTS_SEED ?? Math.floor(Math.random() * 1_000_000))
  process.stdout.write(`${test}: FAULTS_SEED=${seed}\n`)
  return createRandom(seed)
}
