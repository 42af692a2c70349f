import 'server-only'
import path from 'node:path'
import type { AcceptedContentType } from '@/base/contract'
import type { Lost } from '@/base/guarded-process/guarded-process'
import { createGuardedPool, type GuardedPool } from '@/base/guarded-process/pool'
import { AppError, type ErrorCode } from '@/lib/errors'
import { log } from '@/lib/log'
import { forget, once } from '@/lib/once'
import { type ConvertibleContentType, maxUploadWords } from '../upload-policy'
import {
  type Conversion,
  type FileProblem,
  type InspectorReply,
  type InspectorTask,
  maxImagePixels,
  maxPicturePages,
} from './inspector-protocol'

type FileOnDisk = { path: string; contentType: AcceptedContentType }
type Inspectors = GuardedPool<InspectorTask, InspectorReply>

/**
 * The page count of a file; an image is one page.
 * Throws upload.password_protected, upload.unreadable, upload.too_many_pixels.
 */
export async function countPages(file: FileOnDisk): Promise<number> {
  const reply = await inspect({ kind: 'check', ...file })
  return 'pages' in reply ? reply.pages : 1
}

type Convertible = { path: string; contentType: ConvertibleContentType; target: string }

/**
 * Writes to `target` what the upstream can read of a picture that it cannot: one picture as JPEG or PNG, several pages as
 * PDF. Throws as countPages, and upload.too_many_pages, converted_too_large, unsupported_picture.
 */
export async function convertPicture(file: Convertible): Promise<Conversion> {
  const reply = await inspect({ kind: 'convert', ...file })
  if ('conversion' in reply) return reply.conversion
  throw new AppError('internal', { cause: new Error('the file inspector did not convert') })
}

/** Draws the first page as WebP at `target`. Throws as countPages. */
export async function drawThumbnail(drawing: FileOnDisk & { target: string }): Promise<void> {
  await inspect({ kind: 'thumbnail', ...drawing })
}

/** Writes a picture as an upright JPEG at `target`, the same bytes where it is one. Throws as countPages. */
export async function drawJpeg(drawing: FileOnDisk & { target: string }): Promise<void> {
  await inspect({ kind: 'jpeg', ...drawing })
}

/** Files are on their way: a process that starts meanwhile keeps nobody waiting at their end. */
export function expectFiles(): void {
  inspectors().prepare()
}

export function stopInspectors(): void {
  forget<Inspectors>('inspectors')?.close()
}

const checkMs = 30_000
const drawingMs = 10_000

/** Two processes for checks, so that one hostile file does not hold up the next; a page is drawn aside of them. */
const inspectors = () =>
  once<Inspectors>('inspectors', () =>
    createGuardedPool({
      size: 2,
      log,
      program: {
        module: inspectorModule(),
        cwd: process.cwd(),
        execArgv: ['--conditions=react-server'],
        env: { NODE_ENV: 'production' },
        heapBytes: 512 * 1_048_576,
      },
      limits: { taskMs: checkMs, idleMs: 60_000, memoryBytes: 1_500_000_000, retireBytes: 500_000_000 },
    }),
  )

/** Beside the built web process (cli/build); where that is not what runs, as in tests, the source. */
function inspectorModule(): string {
  const [, program = ''] = process.argv
  if (path.basename(program) === 'web.mjs') return path.join(path.dirname(program), 'inspector.mjs')
  return path.join(process.cwd(), 'lib/files/inspect/inspector-child.ts')
}

type Answer = Exclude<InspectorReply, { kind: 'problem' }>

async function inspect(task: InspectorTask): Promise<Answer> {
  let outcome = await run(task)
  // A crash may have come from outside (a killed process), so the file gets one more chance.
  if (outcome.kind === 'lost' && outcome.why === 'crash') {
    log.warn({ task: task.kind }, 'the file inspector was lost and is replaced')
    outcome = await run(task)
  }
  if (outcome.kind === 'lost') throw lossError(outcome)
  if (outcome.kind === 'fault') throw new AppError('upload.unreadable', { cause: outcome.detail })
  if (outcome.reply.kind === 'problem') throw problemError(outcome.reply)
  return outcome.reply
}

/** Drawing a page waits while uploads do. */
function run(task: InspectorTask): ReturnType<Inspectors['run']> {
  if (task.kind !== 'thumbnail' && task.kind !== 'jpeg') return inspectors().run(task)
  return inspectors().runAside(task, { taskMs: task.kind === 'jpeg' ? checkMs : drawingMs })
}

function lossError({ why, detail }: Lost): AppError {
  const cause = new Error(`the file inspector was lost: ${why} ${detail}`)
  // A process that never came to be, or that we ended, says nothing of the file.
  if (why === 'start' || why === 'closed')
    return new AppError('server.busy', { values: { seconds: 10 }, cause })
  return new AppError('upload.unreadable', { cause })
}

function problemError({ problem, detail }: { problem: FileProblem; detail: string }): AppError {
  if (problem === 'fault') {
    return new AppError(detail.includes('ENOSPC') ? 'storage.full' : 'internal', { cause: new Error(detail) })
  }
  const { code, limit } = refusals[problem]
  return new AppError(code, { cause: detail, ...(limit ? { values: { limit } } : {}) })
}

const refusals: Record<Exclude<FileProblem, 'fault'>, { code: ErrorCode; limit?: number | string }> = {
  password: { code: 'upload.password_protected' },
  unreadable: { code: 'upload.unreadable' },
  kind: { code: 'upload.unsupported_picture' },
  pixels: { code: 'upload.too_many_pixels', limit: maxImagePixels / 1_000_000 },
  pages: { code: 'upload.too_many_pages', limit: maxPicturePages },
  size: { code: 'upload.converted_too_large', limit: maxUploadWords },
}
