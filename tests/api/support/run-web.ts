import { subscribe } from '@/lib/events/subscribers'
import { startWeb } from '@/lib/start'

/** A web process without its pages: its database, pumps, sweeps and news, of which it says each document's state. */
await startWeb()
subscribe({
  userId: 'nobody',
  sessionId: 'none',
  documents: 'all',
  write: (events) => {
    for (const [, data = ''] of new TextDecoder()
      .decode(events)
      .matchAll(/^event: document\n(?:id: .*\n)?data: (.*)$/gm)) {
      const { id, state } = JSON.parse(data)
      process.stdout.write(`heard ${id} ${state}\n`)
    }
  },
  end: () => undefined,
})
process.stdout.write('ready\n')
