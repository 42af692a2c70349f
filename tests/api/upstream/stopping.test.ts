import { expect, test } from 'vitest'
import { adoptConnection, getConnection, openDatabase } from '@/lib/db/client'
import { getDocument } from '@/lib/documents/read/get-document'
import { stopInspectors } from '@/lib/files/inspect/inspect'
import { eventually } from '../../support/eventually'
import { addPerson, signInAs } from '../support/desk'
import { uploadOne } from '../support/documents'
import { upstream } from '../support/upstream'
import { startWebProcess } from '../support/web-process'

/** As long as the cloud may take for an answer on a bad day. */
const slowAnswerMs = 9_000

/** The same desk, on the disk where a process of its own finds it, for as long as `use` takes. */
async function withDesk<Result>(use: () => Promise<Result>): Promise<Result> {
  await openDatabase()
  try {
    return await use()
  } finally {
    stopInspectors()
    await getConnection().close()
    adoptConnection(undefined)
  }
}

test('a desk told to stop hears the answer to what it is sending, and sends nothing more', async () => {
  upstream.behaviour.submitDelayMs = slowAnswerMs
  const { user, id } = await withDesk(async () => {
    const user = await addPerson('uploader')
    signInAs(user)
    return { user, id: await uploadOne() }
  })

  const web = startWebProcess({})
  await eventually(() => expect(upstream.calls.submit).toBe(1))
  await web.stop()

  const document = await withDesk(() => getDocument({ user, id }))
  expect(document).toMatchObject({ state: 'enqueued', executionId: upstream.executions[0]?.id })
  expect(upstream.calls.submit).toBe(1)
})
