import { expect, request } from '@playwright/test'
import type { SampleFile } from './sample-files'
import { deskUrl, stateFile } from './test-desk'

/** Sends a document as the uploader, as a script would, and waits until it has been read. */
export async function sendDocument(file: SampleFile): Promise<string> {
  const api = await request.newContext({ baseURL: deskUrl, storageState: stateFile('uploader') })
  const { steps } = await (await api.get('/api/steps')).json()
  const sent = await api.post('/api/documents', { multipart: { step: steps[0].id, file } })
  expect(sent.status(), await sent.text()).toBe(201)
  const { id } = (await sent.json()).documents[0]
  await expect(async () => {
    expect((await (await api.get(`/api/documents/${id}`)).json()).state).toBe('done')
  }).toPass({ timeout: 60_000 })
  await api.dispose()
  return id
}
