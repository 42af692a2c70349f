import { createLlmClient } from '@/engine/model/llm-client'
import type { OcrSettings } from '@/engine/readers/ocr-settings'
import type { StepCatalog } from '@/engine/settings/catalog'
import type { EngineSettings } from '@/engine/settings/read-settings'
import type { Store } from '@/engine/store/open-store'
import { claimNext } from '@/engine/store/queue'
import type { Webhooks } from '../webhooks/open-webhooks'
import { createReadingPool } from '../workers/reading-pool'
import { type Completions, createCompletions } from './completions'
import { createDispatcher } from './dispatcher'
import { type ProcessingParts, processExecution } from './process-execution'
import { recover } from './recover'

export type Queue = {
  announce: (organization: string) => void
  completions: Completions
  start: () => Promise<void>
  stop: () => Promise<void>
}

type QueueParts = {
  settings: EngineSettings
  catalog: StepCatalog
  store: Store
  webhooks: Webhooks
  processor: URL
  ocr: OcrSettings
}

export function openQueue({ settings, catalog, store, webhooks, processor, ocr }: QueueParts): Queue {
  const { database, files } = store
  const { limits, timeZone } = settings
  const completions = createCompletions(database)
  const pool = createReadingPool({ size: settings.workers, processor, ocr, limits })
  const llmClient = settings.model && createLlmClient({ settings: settings.model })
  const parts: ProcessingParts = {
    database,
    files,
    pool,
    timeZone,
    findStep: ({ kind, target }) => (kind === 'step' ? catalog.find(target) : undefined),
    llmClient,
    recordFinished: webhooks.record,
    onFinished: (execution) => {
      completions.announce(execution)
      webhooks.announce(execution)
    },
  }
  const dispatcher = createDispatcher({
    workers: settings.workers,
    claim: (wanted) => claimNext({ database, onClaimed: webhooks.record, ...wanted }),
    work: (execution) => {
      webhooks.announce(execution)
      return processExecution({ parts, execution })
    },
  })
  return {
    announce: dispatcher.announce,
    completions,
    start: async () => {
      for (const organization of await recover(parts)) dispatcher.announce(organization)
    },
    stop: async () => {
      pool.close()
      await dispatcher.stop()
      await llmClient?.stop()
    },
  }
}
