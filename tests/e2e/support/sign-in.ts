import { type APIRequestContext, expect } from '@playwright/test'

/** Signs the context in as a script would: the credentials call of next-auth. */
export async function signIn(
  request: APIRequestContext,
  { email, password }: { email: string; password: string },
): Promise<void> {
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
  const answer = await request.post('/api/auth/callback/credentials', {
    form: { email, password, csrfToken, json: 'true' },
  })
  expect(answer.status(), `signing in as ${email}`).toBe(200)
}
