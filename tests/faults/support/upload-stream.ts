import { setTimeout as sleep } from 'node:timers/promises'
import type { DeskClient } from './desk-client'
import type { Random } from './random'
import { type SentFile, sendForm, sendResumably } from './send-file'
import { smallPdf } from './small-pdf'

export type UploadStream = {
  /** Lets each sender finish the file it is at; all files that were sent. */
  stop: () => Promise<SentFile[]>
  /** How many were answered so far. */
  answered: () => number
}

type Stream = { client: DeskClient; random: Random; step: string; senders?: number; giveUpAfterMs?: number }

/** Several people who send documents of all sizes without end, in one request or resumably. */
export function startUploadStream(given: Stream): UploadStream {
  const { client, random, step, senders = 3, giveUpAfterMs = 90_000 } = given
  const sent: SentFile[] = []
  let isOver = false
  const send = async (sender: number) => {
    for (let number = 1; !isOver; number += 1) {
      const pages = Math.floor(random.between(1, 4))
      const bytes = smallPdf({ pages, paddingBytes: Math.floor(random.between(0, 1_500_000)) })
      const file = { name: `sender ${sender} no. ${number}.pdf`, bytes, pages, step }
      const way = random.chance(0.5) ? sendForm : sendResumably
      sent.push(await way({ client, file, giveUpAfterMs }))
      await sleep(random.between(50, 500))
    }
  }
  const running = Promise.all(Array.from({ length: senders }, (_, sender) => send(sender + 1)))
  // It is awaited at the end; a failure before that must not end the run unheard.
  running.catch(() => undefined)
  return {
    answered: () => sent.filter(({ documentId }) => documentId).length,
    stop: async () => {
      isOver = true
      await running
      return sent
    },
  }
}
