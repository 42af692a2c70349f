import { type ScriptProcess, startScript } from '../../support/script-process'

/** A web process of its own (run-web.ts) with the settings of this one and those given. */
export function startWebProcess(env: Record<string, string>): ScriptProcess {
  return startScript({ file: 'tests/api/support/run-web.ts', env })
}
