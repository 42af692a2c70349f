/** Pages and calls of people who have no session yet, or lose it by them. */
export const accountPaths = {
  login: '/login',
  setup: '/api/setup',
  accept: '/api/invitations/accept',
  password: '/api/password',
  ownPassword: '/api/account/password',
  setupPage: (token: string) => `/setup?token=${encodeURIComponent(token)}`,
  invitePage: (token: string) => `/invite?token=${encodeURIComponent(token)}`,
  passwordPage: (token: string) => `/password?token=${encodeURIComponent(token)}`,
}
