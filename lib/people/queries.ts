import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { fetchJson } from '../fetch-json'
import {
  directorySchema,
  invitationLinkSchema,
  type NewInvitation,
  type PersonChange,
} from './directory/schema'
import { type PreferencesChange, preferencesSchema } from './preferences/schema'
import { ownSessionsSchema } from './sessions/schema'

export const peoplePaths = {
  account: '/api/account',
  sessions: '/api/account/sessions',
  session: (id: string) => `/api/account/sessions/${encodeURIComponent(id)}`,
  directory: '/api/people',
  person: (id: string) => `/api/people/${encodeURIComponent(id)}`,
  passwordLink: (id: string) => `/api/people/${encodeURIComponent(id)}/password-link`,
  invitations: '/api/people/invitations',
  invitation: (id: string) => `/api/people/invitations/${encodeURIComponent(id)}`,
}

export const preferencesQuery = queryOptions({
  queryKey: ['account'],
  queryFn: ({ signal }) => fetchJson({ path: peoplePaths.account, schema: preferencesSchema, signal }),
})

export const changePreferences = (change: PreferencesChange) =>
  fetchJson({ path: peoplePaths.account, method: 'PATCH', body: change, schema: preferencesSchema })

export const ownSessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: ({ signal }) => fetchJson({ path: peoplePaths.sessions, schema: ownSessionsSchema, signal }),
})

/** Answers with the sessions that are left. */
export async function endOwnSession(id: string) {
  await fetchJson({ path: peoplePaths.session(id), method: 'DELETE', schema: z.null() })
  return fetchJson({ path: peoplePaths.sessions, schema: ownSessionsSchema })
}

export const directoryQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => fetchJson({ path: peoplePaths.directory, schema: directorySchema, signal }),
})

/** These answer with the whole directory as it now is. */
export const changePerson = ({ id, change }: { id: string; change: PersonChange }) =>
  fetchJson({ path: peoplePaths.person(id), method: 'PATCH', body: change, schema: directorySchema })
export const withdrawInvitation = (id: string) =>
  fetchJson({ path: peoplePaths.invitation(id), method: 'DELETE', schema: directorySchema })

/** Answers with the link, which cannot be shown again. */
export const invitePerson = (invitation: NewInvitation) =>
  fetchJson({ path: peoplePaths.invitations, method: 'POST', body: invitation, schema: invitationLinkSchema })

/** Answers with a link to a new password for somebody who has an account, which cannot be shown again. */
export const createPasswordLink = (id: string) =>
  fetchJson({ path: peoplePaths.passwordLink(id), method: 'POST', schema: invitationLinkSchema })
