import { setTimeout as sleep } from 'node:timers/promises'
import type { Fate, StubExecution, StubUpstream } from '../../stubs/upstream'
import { sendWebhook, type WebhookEvent } from '../../stubs/webhook-sender'
import { webhookSecret } from './desk'
import type { Random } from './random'

export type Mischief = {
  /** From now on all goes well. */
  end: () => Promise<void>
  /** How often each fate came. */
  counts: Record<string, number>
}

type Plan = { upstream: StubUpstream; random: Random; webhookUrl: string }

/** Makes the upstream drop, delay, refuse, garble and lose answers, and call webhooks twice, late, early or never. */
export function startMischief({ upstream, random, webhookUrl }: Plan): Mischief {
  const counts: Record<string, number> = {}
  const calls: Promise<unknown>[] = []
  const call = (execution: StubExecution) => calls.push(callWebhooks({ execution, random, webhookUrl }))
  const { behaviour } = upstream
  behaviour.processingMs = ({ bytes }) => 200 + (bytes % 2000)
  behaviour.fate = () => {
    const [name, fate] = drawFate(random)
    counts[name] = (counts[name] ?? 0) + 1
    behaviour.submitDelayMs = random.chance(0.1) ? 1500 : 0
    return fate
  }
  behaviour.refuseStatus = () => (random.chance(0.1) ? { status: 500, body: 'oh' } : null)
  behaviour.onAccepted = call
  return {
    counts,
    end: async () => {
      Object.assign(behaviour, { fate: undefined, refuseStatus: undefined, submitDelayMs: 0 })
      await Promise.all(calls)
    },
  }
}

function drawFate(random: Random): [name: string, fate: Fate] {
  const luck = random.between(0, 100)
  if (luck < 5) return ['cut after acceptance', 'cut_after']
  if (luck < 8) return ['garbled after acceptance', 'garbled_after']
  if (luck < 11) return ['cut before acceptance', 'cut_before']
  if (luck < 15) return ['500 of the API', { status: 500, body: { message: 'Internal server error' } }]
  if (luck < 18) return ['503 of something in between', { status: 503, body: '<html>' }]
  if (luck < 21) return ['429', { status: 429, body: rateLimited, headers: { 'Retry-After': '1' } }]
  if (luck < 23) return ['402', { status: 402, body: quotaSpent() }]
  return ['accepted', 'accepted']
}

const rateLimited = {
  error: 'Rate limit exceeded',
  limitType: 'minute',
  limit: 60,
  remaining: 0,
  resetTime: 0,
  retryAfter: 1,
}

const quotaSpent = () => ({
  error: 'Monthly conversion quota exceeded',
  quota: 100,
  used: 100,
  resetDate: new Date(Date.now() + 1000).toISOString(),
})

type Calling = { execution: StubExecution; random: Random; webhookUrl: string }

/** Some executions are never told of; the others twice, in any order, and perhaps before their own answer. */
async function callWebhooks({ execution, random, webhookUrl }: Calling): Promise<void> {
  if (random.chance(0.3)) return
  const events: WebhookEvent[] = random.chance(0.5)
    ? ['STEP_STARTED', 'STEP_COMPLETED']
    : ['STEP_COMPLETED', 'STEP_STARTED']
  for (const event of events) {
    await sleep(random.between(0, 1500))
    const call = {
      url: webhookUrl,
      secret: webhookSecret,
      event,
      execution,
      requestId: `${execution.id}-${event}`,
    }
    const answers = await Promise.all([sendWebhook(call), sendWebhook(call)])
    if (answers.includes(0)) await sleep(500).then(() => sendWebhook(call))
  }
}
