import { type Flight, measureFlight } from './flight'

/** All at once and slow, as in a cloud; or a few at a time and in order, as the engine in the box works. */
const allAtOnce = { workers: 100_000, from: 20, to: 80 }
const inOrder = { workers: 8, from: 0.2, to: 0.6 }

const flights: Omit<Flight, 'documents' | 'tabs'>[] = [
  { name: 'in order, asked', kind: 'engine', hasWebhooks: false, upstream: inOrder },
  { name: 'all at once, webhooks', kind: 'engine', hasWebhooks: true, upstream: allAtOnce },
  { name: 'all at once, asked', kind: 'engine', hasWebhooks: false, upstream: allAtOnce },
  {
    name: 'all at once, webhooks, the cloud’s budget',
    kind: 'cloud',
    hasWebhooks: true,
    upstream: allAtOnce,
  },
]

/** The cloud's budget of calls lets a fifth of the documents be sent in the same time. */
export async function measureFlights({
  documents,
  tabs,
}: {
  documents: number
  tabs: number
}): Promise<void> {
  for (const flight of flights) {
    const share = flight.kind === 'cloud' ? 0.2 : 1
    await measureFlight({ ...flight, documents: Math.round(documents * share), tabs })
  }
}
