import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** The least a Node server can do for an upload: hash it on its way to a file and sync that. `argv[2]` is the folder. */
const folder = process.argv[2] ?? '.'

const server = createServer(async (request, response) => {
  const file = path.join(folder, randomUUID())
  const hash = createHash('sha256')
  const hashing = new Transform({
    transform: (chunk: Buffer, _, done) => {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(request, hashing, createWriteStream(file))
  const handle = await open(file, 'r')
  await handle.sync()
  await handle.close()
  response.writeHead(201).end(hash.digest('hex'))
  await rm(file)
})

server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})
process.on('disconnect', () => process.exit(0))
