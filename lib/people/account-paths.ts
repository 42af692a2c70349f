/** Pages and calls of people who have no session yet. */
export const accountPaths = {
  login: '/login',
  setup: '/api/setup',
  accept: '/api/invitations/accept',
  setupPage: (token: string) => `/setup?token=${encodeURIComponent(token)}`,
  invitePage: (token: string) => `/invite?token=${encodeURIComponent(token)}`,
}
