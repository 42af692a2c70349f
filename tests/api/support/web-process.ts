import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

export type WebProcess = {
  printed: () => string
  untilPrinted: (text: string) => Promise<void>
  stop: () => Promise<void>
}

/** Starts a web process of its own (run-web.ts) with the settings of this one and those given. */
export function startWebProcess(settings: Record<string, string>): WebProcess {
  const script = path.resolve('tests/api/support/run-web.ts')
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', script], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk
    })
  }
  return {
    printed: () => output,
    untilPrinted: async (text) => {
      while (!output.includes(text)) {
        if (child.exitCode !== null) throw new Error(`the process ended before "${text}": ${output}`)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
    stop: async () => {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
