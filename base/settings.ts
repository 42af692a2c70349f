import { z } from 'zod'

/** A set-up problem that a person can mend and that stops the start; its message names the setting and the remedy in one line. */
export class SettingError extends Error {
  override readonly name = 'SettingError'
}

/** The variables that are set: an empty value counts as unset. */
export function setVariables(environment: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => Boolean(entry[1])),
  )
}

/** What a setting should look like, in words that follow "must be", and an example. */
export type Expectation = readonly [what: string, example: string]

type Problems<Name extends string> = {
  issues: readonly { path: readonly PropertyKey[] }[]
  environment: Record<string, string | undefined>
  expectations: Record<Name, Expectation>
}

/** One line for each setting that cannot be used: its name, what it holds, what it should look like. */
export function describeProblems<Name extends string>(problems: Problems<Name>): string {
  const names = new Set(problems.issues.map(({ path }) => String(path[0]) as Name))
  const lines = [...names].map((name) => {
    const [what, example] = problems.expectations[name]
    return `  ${name} is ${shown({ name, value: problems.environment[name] ?? '' })}; it must be ${what}, such as ${example}`
  })
  return ['These settings cannot be used:', ...lines].join('\n')
}

/** Secrets and addresses, which may hold one, are not repeated. */
function shown({ name, value }: { name: string; value: string }): string {
  if (/SECRET|PASSWORD|KEY|URL$/.test(name)) return `${value.length} characters long (not shown)`
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)
}

export const logLevelSchema = z
  .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  .default('info')

/** The zone of an organisation's clocks; without one that of the machine. */
export const timeZoneSchema = z
  .string()
  .refine(isTimeZone, 'must be an IANA time zone such as America/Santiago')
  .default(() => new Intl.DateTimeFormat().resolvedOptions().timeZone)

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
