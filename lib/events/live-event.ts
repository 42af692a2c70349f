import type { DocumentSummary } from '../documents/model/schema'

/** What an open desk is told. The browser's side is components/shell/live/live-connection. */
export type LiveEvent =
  /** Whatever you knew may be old: read everything anew. */
  | { event: 'hello'; data: { now: string; version: number } }
  | { event: 'heartbeat'; data: { now: string } }
  | { event: 'document'; data: DocumentSummary }
  | { event: 'removed'; data: { id: string } }
  /** Figures of the month changed, or what the upstream lets us do. */
  | { event: 'usage'; data: Record<string, never> }

const encoder = new TextEncoder()

/** The events as server-sent events, in bytes that any number of streams can share. */
export function encodeEvents(events: LiveEvent[]): Uint8Array {
  return encoder.encode(
    events.map(({ event, data }) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`).join(''),
  )
}
