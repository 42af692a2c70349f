import { setTimeout as sleep } from 'node:timers/promises'
import { buildLayout, type Layout } from '../extract/layout/layout'
import { readJsonSchema } from '../extract/schema/json-schema'
import { readSchemaFields } from '../extract/schema/read-schema'
import { concludeContext } from '../extract/values/context'
import type { LlmRequest } from '../pipeline/llm-request'
import type { ExecutionResult } from '../pipeline/processed-document'
import { log } from '../settings/log'
import type { ModelSettings } from '../settings/read-settings'
import { acceptAnswers } from './accept-answers'
import { applyAnswers } from './apply-answers'
import { createLimiter } from './limiter'
import { type Model, openModel } from './open-model'

type LlmTask = { execution: string; result: ExecutionResult; llmRequest: LlmRequest }

export type LlmClient = {
  /** Of the document's text that a request may carry. */
  maxPromptChars: number
  /**
   * Asks a model and calls `done` with the result, better or as it was, within the time limit. Resolves as soon as the
   * request is queued, so that the document's reader is free; while the queue is full, that waits.
   */
  submit: (task: LlmTask & { done: (result: ExecutionResult) => Promise<void> }) => Promise<void>
  /** Documents in the queue are done without the model. */
  stop: () => Promise<void>
}

/** One after the other is what a model on the same machine can do; two hide the way to one that is elsewhere. */
const concurrency = 2
const longestQueue = 32
/** After so many failures in a row the model is left alone for a while, and documents do not wait for it. */
const failuresBeforeRest = 3
const restMs = 60_000

/** The engine's own process asks: its readers hold no key, and one that only waited would be a core not used. */
export function createLlmClient({
  settings,
  open = openModel,
}: {
  settings: ModelSettings
  open?: (settings: ModelSettings) => Promise<Model>
}): LlmClient {
  const model = open(settings)
  // Reported with the first request; until then nobody waits for it.
  model.catch(() => undefined)
  const limiter = createLimiter(concurrency)
  const underWay = new Set<Promise<void>>()
  const stopping = new AbortController()
  let failures = 0
  let restUntil = 0

  async function improve({ execution, result, llmRequest }: LlmTask): Promise<ExecutionResult> {
    if (Date.now() < restUntil) return result
    const startedAt = performance.now()
    const limit = AbortSignal.any([stopping.signal, AbortSignal.timeout(settings.timeoutMs)])
    const report = (outcome: Record<string, unknown>) => {
      const ms = Math.round(performance.now() - startedAt)
      log.info(
        { execution, model: settings.name, ms, asked: llmRequest.openFields.length, ...outcome },
        'a model was asked',
      )
    }
    try {
      const improved = await limiter.run({
        signal: limit,
        task: () => askAndAccept({ model, result, llmRequest, signal: limit }),
      })
      failures = 0
      report(improved.outcome)
      return improved.result
    } catch (error) {
      failures += 1
      if (failures >= failuresBeforeRest) restUntil = Date.now() + restMs
      report({
        failed: stopping.signal.aborted ? 'the engine ends' : limit.aborted ? 'too slow' : nameOf(error),
      })
      return result
    }
  }

  return {
    maxPromptChars: settings.maxPromptChars,
    submit: async ({ done, ...task }) => {
      while (underWay.size >= longestQueue) await Promise.race([...underWay, sleep(settings.timeoutMs)])
      const ending = improve(task)
        .then(done)
        .catch((error) =>
          log.error({ err: error, execution: task.execution }, 'an execution could not be ended'),
        )
        .finally(() => underWay.delete(ending))
      underWay.add(ending)
    },
    stop: async () => {
      stopping.abort()
      await Promise.all(underWay)
    },
  }
}

async function askAndAccept({
  model,
  result,
  llmRequest,
  signal,
}: {
  model: Promise<Model>
  result: ExecutionResult
  llmRequest: LlmRequest
  signal: AbortSignal
}): Promise<{ result: ExecutionResult; outcome: Record<string, unknown> }> {
  const { openFields, pages } = llmRequest
  const layout = buildLayout(pages)
  const schema = readJsonSchema(llmRequest.schema)
  const text = toPageText(layout)
  const { values: answers, ...tokens } = await (await model).ask({ schema, openFields, text, signal })
  const fields = readSchemaFields(schema)
  const accepted = acceptAnswers({ answers, fields, openFields, layout, context: concludeContext(layout) })
  const outcome = { ...tokens, accepted: accepted.length }
  return { result: applyAnswers({ result, accepted, llmRequest: { ...llmRequest, schema } }), outcome }
}

/** The text of a document as it stands on its pages: a line of print per line, columns apart. */
function toPageText(layout: Layout): string {
  return layout.pages
    .map(({ number, lines }) => `Page ${number}\n${lines.map((line) => line.text).join('\n')}`)
    .join('\n\n')
}

/** What went wrong, by name: messages and answers may hold what the document says. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? ` ${error.statusCode}` : ''
  return `${error.name}${status}`
}
