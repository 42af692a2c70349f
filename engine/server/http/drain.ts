import type { IncomingMessage } from 'node:http'

/** What is read of a body nobody wants before the connection is cut. */
const maxDrainedBytes = 1_073_741_824

/**
 * Reads the rest of a body and drops it. A caller that is still sending when its answer arrives would take a closed
 * connection for a network fault, and send everything again (contract §9).
 */
export function drain(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return
  let drainedBytes = 0
  request.on('error', () => undefined)
  request.on('data', (chunk: Buffer) => {
    drainedBytes += chunk.length
    if (drainedBytes > maxDrainedBytes) request.destroy()
  })
  request.resume()
}
