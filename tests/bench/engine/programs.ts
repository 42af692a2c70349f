import { execFile, spawn } from 'node:child_process'
import { accessSync, constants, createReadStream } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'

export type Command = {
  file: string
  args: string[]
  /** A file that is its standard input. */
  input?: string
  environment?: Record<string, string>
}

/** Where a program is on the PATH, or null. */
export function findProgram(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return folders.map((folder) => path.join(folder, name)).find(isExecutable) ?? null
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The line in which a program tells its version, or null when it is not there. */
export async function versionOf({ name, flag }: { name: string; flag: string }): Promise<string | null> {
  if (!findProgram(name)) return null
  const { stdout, stderr } = await promisify(execFile)(name, [flag]).catch(() => ({ stdout: '', stderr: '' }))
  const version = /\d+(?:\.\d+)+/.exec(stdout + stderr)?.[0] ?? 'of an unknown version'
  return `${name} ${version}`
}

/** Runs all commands, so many at once, and gives what each wrote. Throws when one fails. */
export async function runAll(input: { commands: Command[]; atOnce: number }): Promise<string[]> {
  const outputs = new Array<string>(input.commands.length).fill('')
  const left = [...input.commands.entries()]
  const lane = async () => {
    for (let next = left.shift(); next; next = left.shift()) outputs[next[0]] = await run(next[1])
  }
  await Promise.all(Array.from({ length: input.atOnce }, lane))
  return outputs
}

function run({ file, args, input, environment = {} }: Command): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      env: { ...process.env, ...environment },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const output: Buffer[] = []
    let complaint = ''
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk.toString()).slice(-500)
    })
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0
        ? resolve(Buffer.concat(output).toString())
        : reject(new Error(`${file} ended with ${code}: ${complaint}`)),
    )
    child.stdin.on('error', () => undefined)
    if (input) createReadStream(input).pipe(child.stdin)
    else child.stdin.end()
  })
}
