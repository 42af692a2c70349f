import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { requireFreePort, reserveFreePort } from './ports'

const host = '127.0.0.1'
const servers: Server[] = []

async function takePort(): Promise<number> {
  const server = createServer()
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  return (server.address() as AddressInfo).port
}

afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

test('a port in use is refused with the setting that moves it', async () => {
  const port = await takePort()
  await expect(requireFreePort({ host, port, setting: 'PORT' })).rejects.toThrow(
    `Port ${port} is in use by another program. Stop it, or choose another port with PORT.`,
  )
})

test('the search for a free port passes over a taken one', async () => {
  const port = await takePort()
  expect(await reserveFreePort({ host, port })).toBeGreaterThan(port)
})

test('a port that one found is not found by the next, though nobody listens there yet', async () => {
  const port = await takePort()
  const found = [await reserveFreePort({ host, port }), await reserveFreePort({ host, port })]
  expect(found[1]).toBeGreaterThan(found[0] ?? 0)
})

test('an address this machine does not have is named', async () => {
  await expect(requireFreePort({ host: '192.0.2.1', port: 3000, setting: 'PORT' })).rejects.toThrow(
    /192\.0\.2\.1/,
  )
})
