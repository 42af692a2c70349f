import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { submit, until, waitFor } from './calls'
import { type EngineProcess, keyB, startEngineProcess, stepB } from './engine-process'

/** Far longer than the test waits for what must not wait. */
const webhookTimeoutMs = 45_000

let receiver: Server
let engine: EngineProcess
const asked = { silent: 0, second: 0, theirs: 0 }

beforeAll(async () => {
  receiver = createServer((request, response) => {
    if (request.url === '/silent') {
      asked.silent += 1
      return
    }
    asked[request.url === '/second' ? 'second' : 'theirs'] += 1
    response.end()
  })
  receiver.listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  const { port } = receiver.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  engine = await startEngineProcess({
    limits: { webhookTimeoutMs },
    webhooks: [
      { organization: 'org_a', url: `${url}/silent`, secret: 'a' },
      { organization: 'org_a', url: `${url}/second`, secret: 'a', events: ['STEP_COMPLETED'] },
      { organization: 'org_b', url: `${url}/theirs`, secret: 'b' },
    ],
  })
})
afterAll(async () => {
  receiver.closeAllConnections()
  receiver.close()
  await engine.dispose()
})

test('a receiver that never answers keeps neither its own organization nor another one waiting', async () => {
  const documents = 30
  const ids: string[] = []
  for (let index = 0; index < documents; index += 1) ids.push((await submit({ engine })).body.id)
  for (const id of ids) await waitFor({ engine, id })
  await until(() => asked.second === documents)

  const { body } = await submit({ engine, key: keyB, step: stepB })
  await waitFor({ engine, id: body.id, key: keyB })
  await until(() => asked.theirs === 2)
  expect(asked.silent).toBe(4)
})
