import { parseArgs } from 'node:util'
import { FolderInUseError } from '../embedded/folder-lock'
import { DumpError } from '../embedded/load-dump'
import { SettingError } from '../lib/env'
import { loadEnvironmentFile, quietenS3Sdk, requireNodeVersion } from '../start/environment'
import { complain, say } from '../start/say'

type Command = {
  help: string
  /** Names of options that take a value. */
  options: string[]
  run: (options: Record<string, string | undefined>) => Promise<void>
}

/** Runs a command line to its end: exit code 0, or 1 with one line that says what was wrong. */
export async function runCommand({ help, options, run }: Command): Promise<void> {
  try {
    requireNodeVersion()
    loadEnvironmentFile()
    quietenS3Sdk()
    const given = readOptions(options)
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

function readOptions(names: string[]): Record<string, string | undefined> {
  const known = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
  try {
    const { values } = parseArgs({ options: { ...known, help: { type: 'boolean' as const, short: 'h' } } })
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))
  } catch (error) {
    throw new SettingError(`${(error as Error).message.split('.')[0]}. Ask with --help.`)
  }
}
