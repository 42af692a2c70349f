import { spawn } from 'node:child_process'
import { Socket } from 'node:net'
import { oneThread } from './tesseract-environment'

/** What it printed of the pages it was asked for; `late` after the time limit, `ended` when it is gone. */
export type Answer = { tsv: string } | 'late' | 'ended'

export type TesseractListener = {
  /** Has it read these files, one question at a time; the last one is a page without print. */
  ask: (question: { paths: string[]; timeoutMs: number }) => Promise<Answer>
  end: () => void
}

/**
 * Starts a tesseract that takes paths of pictures from its standard input until that ends. It opens `/dev/fd/3` and up
 * for `files`. `stdbuf` makes it hand its output over by the line instead of when much of it has come together.
 */
export function startTesseractListener({
  args,
  files,
}: {
  args: string[]
  files: number[]
}): TesseractListener {
  const child = spawn('stdbuf', ['-oL', 'tesseract', ...args, '-c', 'stream_filelist=true'], {
    env: oneThread(),
    stdio: ['pipe', 'pipe', 'ignore', ...files],
  })
  let answer: ((given: Answer) => void) | null = null
  let isEnded = false
  let pages = 0
  let tsv = ''
  const settle = (given: Answer) => {
    answer?.(given)
    answer = null
  }
  const end = () => {
    isEnded = true
    settle('ended')
  }
  child.on('error', end)
  child.on('close', end)
  child.stdin?.on('error', () => undefined)
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    tsv += text
    if (!endsWithRowOfPage({ tsv, page: pages })) return
    settle({ tsv })
    tsv = ''
  })
  // It keeps nobody alive that has no question.
  child.unref()
  for (const pipe of [child.stdin, child.stdout]) if (pipe instanceof Socket) pipe.unref()

  return {
    ask: ({ paths, timeoutMs }) =>
      new Promise((resolve) => {
        if (isEnded) return resolve('ended')
        const timer = setTimeout(() => settle('late'), timeoutMs)
        answer = (given) => {
          clearTimeout(timer)
          resolve(given)
        }
        pages += paths.length
        child.stdin?.write(`${paths.join('\n')}\n`)
      }),
    end: () => child.kill('SIGKILL'),
  }
}

/** A page without print is one row in the TSV: its level, which is 1, and its number, counted from the first page. */
function endsWithRowOfPage({ tsv, page }: { tsv: string; page: number }): boolean {
  const lastRow = tsv.slice(tsv.lastIndexOf('\n', tsv.length - 2) + 1)
  return lastRow.startsWith(`1\t${page}\t`) && lastRow.endsWith('\n')
}
