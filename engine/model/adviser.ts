import { setTimeout as sleep } from 'node:timers/promises'
import { buildLayout } from '../extract/layout/layout'
import { readJsonSchema } from '../extract/schema/json-schema'
import { readSchemaFields } from '../extract/schema/read-schema'
import { concludeContext } from '../extract/values/context'
import { log } from '../log'
import type { ExecutionResult } from '../pipeline/processed-document'
import type { Questions } from '../pipeline/questions'
import type { ModelSettings } from '../settings/model-settings'
import { acceptAnswers } from './accept-answers'
import { applyAnswers } from './apply-answers'
import { createLine } from './line'
import { type Model, openModel } from './open-model'
import { toPageText } from './page-text'

type Advice = { execution: string; result: ExecutionResult; questions: Questions }

export type Adviser = {
  /** Of the document's text that a reader should hand over. */
  maxCharacters: number
  /**
   * Has a model asked, and calls `done` with the result, better or as it was, within the time limit. Resolves as soon
   * as the document is in line, so that its reader is free; while the line is full, that waits.
   */
  take: (input: Advice & { done: (result: ExecutionResult) => Promise<void> }) => Promise<void>
  /** Documents in line are done without the model. */
  stop: () => Promise<void>
}

/** One after the other is what a model on the same machine can do; two hide the way to one that is elsewhere. */
const callsAtOnce = 2
const longestLine = 32
/** After so many failures in a row the model is left alone for a while, and documents do not wait for it. */
const failuresBeforeRest = 3
const restMs = 60_000

/** The engine's own process asks: its readers hold no key, and one that only waited would be a core not used. */
export function createAdviser({
  settings,
  open = openModel,
}: {
  settings: ModelSettings
  open?: (settings: ModelSettings) => Promise<Model>
}): Adviser {
  const model = open(settings)
  // Told with the first question; until then nobody waits for it.
  model.catch(() => undefined)
  const line = createLine(callsAtOnce)
  const underWay = new Set<Promise<void>>()
  const stopping = new AbortController()
  let failures = 0
  let restUntil = 0

  async function advise({ execution, result, questions }: Advice): Promise<ExecutionResult> {
    if (Date.now() < restUntil) return result
    const startedAt = performance.now()
    const limit = AbortSignal.any([stopping.signal, AbortSignal.timeout(settings.timeoutMs)])
    const report = (outcome: Record<string, unknown>) => {
      const ms = Math.round(performance.now() - startedAt)
      log.info(
        { execution, model: settings.name, ms, asked: questions.open.length, ...outcome },
        'a model was asked',
      )
    }
    try {
      const improved = await line.pass({
        signal: limit,
        run: () => askAndAccept({ model, result, questions, signal: limit }),
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
    maxCharacters: settings.maxCharacters,
    take: async ({ done, ...advice }) => {
      while (underWay.size >= longestLine) await Promise.race([...underWay, sleep(settings.timeoutMs)])
      const task = advise(advice)
        .then(done)
        .catch((error) =>
          log.error({ err: error, execution: advice.execution }, 'an execution could not be ended'),
        )
        .finally(() => underWay.delete(task))
      underWay.add(task)
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
  questions,
  signal,
}: {
  model: Promise<Model>
  result: ExecutionResult
  questions: Questions
  signal: AbortSignal
}): Promise<{ result: ExecutionResult; outcome: Record<string, unknown> }> {
  const layout = buildLayout(questions.pages)
  const { open } = questions
  const schema = readJsonSchema(questions.schema)
  const { values: answers, ...tokens } = await (await model).ask({
    schema,
    open,
    text: toPageText(layout),
    signal,
  })
  const fields = readSchemaFields(schema)
  const accepted = acceptAnswers({ answers, fields, open, layout, context: concludeContext(layout) })
  const outcome = { ...tokens, accepted: accepted.length }
  return { result: applyAnswers({ result, accepted, questions: { ...questions, schema } }), outcome }
}

/** What went wrong, by name: messages and answers may hold what the document says. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? ` ${error.statusCode}` : ''
  return `${error.name}${status}`
}
