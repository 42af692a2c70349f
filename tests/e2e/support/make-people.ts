import { type APIRequestContext, expect, request } from '@playwright/test'
import { type Role, roles } from '@/lib/people/roles'
import { signIn } from './sign-in'
import { deskUrl, emailOf, nameOf, password, stateFile } from './test-desk'

/** One person of each role, made as an administrator makes them, each with a signed-in state for the tests. */
export default async function makePeople(): Promise<void> {
  const admin = await newContext()
  await signIn(admin, { email: emailOf('admin'), password })
  for (const role of roles.filter((one) => one !== 'admin')) await invite({ admin, role })
  for (const role of roles) {
    const context = await newContext()
    await signIn(context, { email: emailOf(role), password })
    await context.storageState({ path: stateFile(role) })
    await context.dispose()
  }
  await admin.dispose()
}

const newContext = () => request.newContext({ baseURL: deskUrl })

async function invite({ admin, role }: { admin: APIRequestContext; role: Role }): Promise<void> {
  const invited = await admin.post('/api/people/invitations', { data: { email: emailOf(role), role } })
  expect(invited.status(), `inviting ${role}`).toBe(201)
  const { link } = await invited.json()
  const token = new URL(link).searchParams.get('token')
  const stranger = await newContext()
  const accepted = await stranger.post('/api/invitations/accept', {
    data: { token, name: nameOf(role), password },
  })
  expect(accepted.status(), `accepting as ${role}`).toBe(201)
  await stranger.dispose()
}
