import { expect, test } from 'vitest'
import { GET as getSteps } from '@/app/api/steps/route'
import { replaceSteps } from '@/lib/steps/store'
import { callJson, invoiceStep, receiptStep, signInAs } from '../support/desk'
import { setUpDesk } from '../support/set-up-desk'

setUpDesk({ role: 'uploader' })

test('steps are listed for who may upload', async () => {
  const { body } = await callJson(getSteps)
  expect(body).toEqual({
    steps: [
      { id: invoiceStep, name: 'Invoice Processing' },
      { id: receiptStep, name: 'Receipt Processing' },
    ],
  })
  signInAs(null)
  expect((await callJson(getSteps)).status).toBe(401)
})

test('steps stand in the order their source lists them, and are gone when it lists them no more', async () => {
  const upstream = (ids: string[]) =>
    replaceSteps({ source: 'upstream', list: ids.map((id) => ({ id, name: id })) })
  const listed = async () => {
    const { body } = await callJson(getSteps)
    return body.steps.map((step: { id: string }) => step.id)
  }
  await upstream(['zebra', 'apple', 'mango'])
  expect((await listed()).filter((id: string) => !id.startsWith('c'))).toEqual(['zebra', 'apple', 'mango'])
  await upstream(['mango', 'zebra'])
  expect((await listed()).filter((id: string) => !id.startsWith('c'))).toEqual(['mango', 'zebra'])
  await upstream([])
  expect(await listed()).toEqual([invoiceStep, receiptStep])
})
