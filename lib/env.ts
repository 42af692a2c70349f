import 'server-only'
import path from 'node:path'
import { z } from 'zod'
import {
  describeProblems,
  type Expectation,
  logLevelSchema,
  SettingError,
  setVariables,
  timeZoneSchema,
} from '@/base/settings'
import { rootMessage } from './errors'
import { describeS3Location, parseS3Location } from './s3-location'
import { parseTrustedProxies } from './trusted-proxies'

const port = z.coerce.number().int().min(1).max(65_535)
const url = z.url()
const stepList = z
  .string()
  .transform(parseJson)
  .pipe(z.array(z.object({ id: z.string().min(1), name: z.string().min(1) })))

const settingsSchema = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  INTRAY_URL: url.optional(),
  INTRAY_TRUSTED_PROXIES: z.string().superRefine(refusing(parseTrustedProxies)).default(''),
  INTRAY_DATA_DIR: z
    .string()
    .min(1)
    .default('./data')
    .transform((folder) => path.resolve(folder)),
  INTRAY_SECRET: z.string().min(32).optional(),
  INTRAY_ADMIN_EMAIL: z.email().optional(),
  INTRAY_ADMIN_PASSWORD: z.string().min(10).optional(),
  INTRAY_TIME_ZONE: timeZoneSchema,
  DOCUTRAY_API_KEY: z.string().min(1).optional(),
  DOCUTRAY_BASE_URL: url.default('https://app.docutray.com'),
  DOCUTRAY_WEBHOOK_SECRET: z.string().min(1).optional(),
  DOCUTRAY_STEPS: stepList.default([]),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  FILES_URL: z.string().superRefine(refusing(parseS3Location)).optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .refine(namesHost)
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>\p{C}",;:@]*<[^<>\s@,;]+@[^<>\s@,;]+>|[^<>\s@,;]+@[^<>\s@,;]+)$/u)
    .optional(),
  ENGINE_PORT: port.default(4100),
  ENGINE_CONFIG: z.string().min(1).optional(),
  /** Which upstream the key above belongs to. The launcher sets it; people do where the engine runs elsewhere. */
  INTRAY_UPSTREAM: z.enum(['cloud', 'engine']).optional(),
  LOG_LEVEL: logLevelSchema,
})

export type Settings = z.infer<typeof settingsSchema>

export const settingNames = Object.keys(settingsSchema.shape)

const expectations: Record<keyof Settings, Expectation> = {
  PORT: ['a port from 1 to 65535', '3000'],
  HOST: ['an address of this machine', '127.0.0.1'],
  INTRAY_URL: ['the address that people use', 'https://desk.example.com'],
  INTRAY_TRUSTED_PROXIES: ['addresses and ranges', '10.0.0.0/8, 2001:db8::1'],
  INTRAY_DATA_DIR: ['a folder', '/var/lib/intray'],
  INTRAY_SECRET: ['at least 32 characters long', 'what `openssl rand -base64 48` prints'],
  INTRAY_ADMIN_EMAIL: ['an e-mail address', 'ada@example.com'],
  INTRAY_ADMIN_PASSWORD: ['at least 10 characters long', 'four words of your own'],
  INTRAY_TIME_ZONE: ['an IANA time zone', 'America/Santiago'],
  DOCUTRAY_API_KEY: ['a key of DocuTray', 'dt_live_…'],
  DOCUTRAY_BASE_URL: ['an address', 'https://app.docutray.com'],
  DOCUTRAY_WEBHOOK_SECRET: ['the secret shown at DocuTray', 'whsec_…'],
  DOCUTRAY_STEPS: ['a JSON list of steps', '[{"id":"c…","name":"Invoices"}]'],
  DATABASE_URL: ['the address of a Postgres database', 'postgres://user:password@host/intray'],
  FILES_URL: ['the address of an S3 bucket', 's3://key:secret@host:9000/bucket'],
  SMTP_URL: ['the address of a mail server', 'smtp://user:password@host:587'],
  MAIL_FROM: ['an e-mail address, or a name and one', 'Intray <desk@example.com>'],
  ENGINE_PORT: ['a port from 1 to 65535', '4100'],
  ENGINE_CONFIG: ['a JSON file', './engine.json'],
  INTRAY_UPSTREAM: ['cloud or engine', 'engine'],
  LOG_LEVEL: ['fatal, error, warn, info, debug, trace or silent', 'info'],
}

/**
 * Reads and checks all settings at once; empty values count as unset.
 * @throws SettingError with a line for each bad one.
 */
export function parseSettings(environment: Record<string, string | undefined>): Settings {
  const parsed = settingsSchema.safeParse(setVariables(environment))
  if (parsed.success) return parsed.data
  throw new SettingError(describeProblems({ issues: parsed.error.issues, environment, expectations }))
}

let settings: Settings | undefined

export function getSettings(): Settings {
  settings ??= parseSettings(process.env)
  return settings
}

/** The organisation's time zone: months, days and all times on screen are cut and told in it. */
export function organisationTimeZone(): string {
  return getSettings().INTRAY_TIME_ZONE
}

/** Where files are kept, in words without secrets. */
export function describeFiles({ FILES_URL }: Settings): string {
  return FILES_URL ? describeS3Location(parseS3Location(FILES_URL)) : 'in the data folder'
}

/** The address people use, without a trailing slash. */
export function publicUrl(from: Settings = getSettings()): string {
  const host = from.HOST.includes(':') ? `[${from.HOST}]` : from.HOST
  return (from.INTRAY_URL ?? `http://${host}:${from.PORT}`).replace(/(?<!\/)\/+$/, '')
}

/** A check by a function that throws what is wrong. */
function refusing(parse: (text: string) => unknown) {
  return (text: string, context: z.RefinementCtx): void => {
    try {
      parse(text)
    } catch (error) {
      context.addIssue({ code: 'custom', message: rootMessage(error) })
    }
  }
}

function namesHost(address: string): boolean {
  return URL.canParse(address) && new URL(address).hostname !== ''
}

function parseJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'no JSON' })
    return z.NEVER
  }
}
