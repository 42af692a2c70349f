import { parseArgs } from 'node:util'
import { SettingError } from '@/base/settings'
import { FolderInUseError } from '../base/database/folder-lock'
import { DumpError } from '../base/database/load-dump'
import { loadEnvironmentFile, quietenS3Sdk, requireNodeVersion } from './environment'
import { complain, say } from './terminal'

type Command = {
  help: string
  /** Names of options that take a value. */
  options: string[]
  /** What the one word without an option in front of it is called; none is taken where this is not set. */
  argument?: string
  run: (given: Record<string, string | undefined>) => Promise<void>
}

/** Runs a command line to its end: exit code 0, or 1 with one line that says what was wrong. */
export async function runCommand({ help, options, argument, run }: Command): Promise<void> {
  try {
    requireNodeVersion()
    loadEnvironmentFile()
    quietenS3Sdk()
    const given = readLine({ options, argument })
    if (given.help !== undefined) return say(help)
    await run(given)
    process.exit(0)
  } catch (error) {
    const isExpected =
      error instanceof SettingError || error instanceof DumpError || error instanceof FolderInUseError
    complain(
      isExpected ? error.message : `It did not work: ${error instanceof Error ? error.message : error}`,
    )
    if (error instanceof Error && error.cause instanceof Error) complain(`  ${error.cause.message}`)
    process.exit(1)
  }
}

type Line = { options: string[]; argument: string | undefined }

function readLine({ options, argument }: Line): Record<string, string | undefined> {
  const known = Object.fromEntries(options.map((name) => [name, { type: 'string' as const }]))
  try {
    const { values, positionals } = parseArgs({
      options: { ...known, help: { type: 'boolean' as const, short: 'h' } },
      allowPositionals: argument !== undefined,
    })
    const given = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))
    return argument && positionals[0] ? { ...given, [argument]: positionals[0] } : given
  } catch (error) {
    throw new SettingError(`${(error as Error).message.split('.')[0]}. Ask with --help.`)
  }
}
