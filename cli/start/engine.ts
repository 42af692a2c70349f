import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Settings } from '@/lib/env'
import { programPath } from '../build/build-programs'
import { complain } from '../terminal'
import { waitUntilAnswers } from './answers'
import { type Child, isStopping, startChild } from './child'
import { type DataFolder, engineKey } from './data-folder'
import { engineEnvironment } from './engine-environment'
import { type LogFile, openLogFile } from './log-file'
import { requireFreePort, reserveFreePort } from './ports'

export type Engine = { url: string; key: string; port: number }

const host = '127.0.0.1'
const firstPauseMs = 500
const longestPauseMs = 30_000
/** A second more than it gives itself (engine/main). */
const stopMs = 6_000
/** An engine that lived this long was well; the next pause is short again. */
const healthyMs = 60_000

/** Where the engine will listen. A port named in the settings must be free; the default moves on to the next one. */
export async function placeEngine({
  settings,
  folder,
}: {
  settings: Settings
  folder: DataFolder
}): Promise<Engine> {
  const named = Boolean(process.env.ENGINE_PORT)
  if (named) await requireFreePort({ host, port: settings.ENGINE_PORT, setting: 'ENGINE_PORT' })
  const port = named ? settings.ENGINE_PORT : await reserveFreePort({ host, port: settings.ENGINE_PORT })
  return { url: `http://${host}:${port}`, key: engineKey(folder.secret), port }
}

type EngineStart = { engine: Engine; settings: Settings; folder: DataFolder; verbose: boolean }

/** Starts the engine and keeps it running. Resolves once it answers; throws SettingError when its first start fails. */
export async function runEngine(given: EngineStart): Promise<void> {
  const log = openLogFile({ file: path.join(given.folder.logs, 'engine.log') })
  const first = launch({ ...given, log })
  await waitUntilAnswers({
    name: 'The engine',
    url: `${given.engine.url}/api/steps`,
    headers: { Authorization: `Bearer ${given.engine.key}` },
    child: first,
  })
  void keepRunning({ first, restart: () => launch({ ...given, log }) })
}

async function keepRunning({ first, restart }: { first: Child; restart: () => Child }): Promise<void> {
  let child = first
  let pauseMs = firstPauseMs
  for (;;) {
    const startedAt = Date.now()
    const how = await child.ended
    if (isStopping()) return
    if (Date.now() - startedAt > healthyMs) pauseMs = firstPauseMs
    complain(
      `The engine ended (${how}) and is started again in ${pauseMs / 1000} s. What it held is taken up again.`,
    )
    await delay(pauseMs)
    if (isStopping()) return
    pauseMs = Math.min(longestPauseMs, pauseMs * 2)
    child = restart()
    child.speak()
  }
}

function launch({ engine, settings, folder, verbose, log }: EngineStart & { log: LogFile }): Child {
  return startChild({
    name: 'engine',
    args: [programPath('engine')],
    env: {
      ...engineEnvironment(process.env),
      ENGINE_PORT: String(engine.port),
      ENGINE_API_KEY: engine.key,
      ENGINE_DATA_DIR: folder.engine,
      ENGINE_TIME_ZONE: settings.INTRAY_TIME_ZONE,
    },
    log,
    verbose,
    stopMs,
  })
}
