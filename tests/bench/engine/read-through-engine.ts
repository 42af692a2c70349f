import { setTimeout as sleep } from 'node:timers/promises'
import { call, formWith } from '../../engine/calls'
import { type EngineProcess, keyA, startReadingEngine, stepA } from '../../engine/engine-process'
import type { BenchDocument } from './documents'

/** A running engine with its own readers and without a limit of requests, in a folder of its own. */
export function startMeasuredEngine(input: {
  workers: number
  limits?: Record<string, number>
  environment?: Record<string, string>
}): Promise<EngineProcess> {
  const { workers, limits = {}, environment = {} } = input
  return startReadingEngine({
    config: { workers, limits: { requestsPerMinute: null, ...limits } },
    environment,
  })
}

const pollIntervalMs = 20

/** Submits all documents at once and waits until the last one has ended. Throws when one did not succeed. */
export async function readAll(input: { engine: EngineProcess; documents: BenchDocument[] }): Promise<void> {
  const { engine, documents } = input
  const ids = await Promise.all(documents.map((document) => submitDocument({ engine, document })))
  for (const id of ids) await waitForSuccess({ engine, id })
}

export async function submitDocument(input: {
  engine: EngineProcess
  document: BenchDocument
}): Promise<string> {
  const { engine, document } = input
  const { status, body } = await call({
    engine,
    key: keyA,
    path: `/api/steps-async/${stepA}`,
    body: formWith({ name: document.name, bytes: document.bytes }),
  })
  if (status !== 202) throw new Error(`${document.name}: ${status} ${JSON.stringify(body)}`)
  return body.id
}

export async function waitForSuccess({ engine, id }: { engine: EngineProcess; id: string }): Promise<void> {
  for (;;) {
    const { body } = await call({ engine, key: keyA, path: `/api/steps-async/status/${id}` })
    if (body.status === 'SUCCESS') return
    if (body.status === 'ERROR') throw new Error(`${body.original_filename}: ${body.error}`)
    await sleep(pollIntervalMs)
  }
}
