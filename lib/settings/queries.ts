import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '../fetch-json'
import { mailFactsSchema, testMailSchema } from '../mail/schema'
import {
  connectionFactsSchema,
  connectionTestSchema,
  type DeskSettingsChange,
  deskSettingsSchema,
} from './schema'

const settingsPaths = {
  desk: '/api/settings',
  connection: '/api/settings/connection',
  connectionTest: '/api/settings/connection/test',
  mail: '/api/settings/mail',
}

export const deskSettingsQuery = queryOptions({
  queryKey: ['settings', 'desk'],
  queryFn: ({ signal }) => fetchJson({ path: settingsPaths.desk, schema: deskSettingsSchema, signal }),
})

export const connectionQuery = queryOptions({
  queryKey: ['settings', 'connection'],
  queryFn: ({ signal }) =>
    fetchJson({ path: settingsPaths.connection, schema: connectionFactsSchema, signal }),
  refetchInterval: 30_000,
})

export const mailFactsQuery = queryOptions({
  queryKey: ['settings', 'mail'],
  queryFn: ({ signal }) => fetchJson({ path: settingsPaths.mail, schema: mailFactsSchema, signal }),
  refetchInterval: 30_000,
})

/** Sends a mail to the signed-in administrator; ReplyError with the mail server's words where it does not go. */
export const sendTestMail = () =>
  fetchJson({ path: settingsPaths.mail, method: 'POST', schema: testMailSchema })

export const saveDeskSettings = (change: DeskSettingsChange) =>
  fetchJson({ path: settingsPaths.desk, method: 'PATCH', body: change, schema: deskSettingsSchema })

export const testConnection = () =>
  fetchJson({ path: settingsPaths.connectionTest, method: 'POST', schema: connectionTestSchema })
