import 'server-only'
import path from 'node:path'
import { z } from 'zod'
import { logLevelSchema, SettingError, setVariables, timeZoneSchema } from '@/base/settings'
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
  INTRAY_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  INTRAY_ADMIN_EMAIL: z.email().optional(),
  INTRAY_ADMIN_PASSWORD: z.string().min(10, 'must have at least 10 characters').optional(),
  INTRAY_TIME_ZONE: timeZoneSchema,
  DOCUTRAY_API_KEY: z.string().min(1).optional(),
  DOCUTRAY_BASE_URL: url.default('https://app.docutray.com'),
  DOCUTRAY_WEBHOOK_SECRET: z.string().min(1).optional(),
  DOCUTRAY_STEPS: stepList.default([]),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  FILES_URL: z.string().superRefine(refusing(parseS3Location)).optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .refine(namesHost, 'must be an address such as smtp://user:password@host:587')
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^([^<>\p{C}",;:@]*<[^<>\s@,;]+@[^<>\s@,;]+>|[^<>\s@,;]+@[^<>\s@,;]+)$/u,
      'must be an address or Name <address>',
    )
    .optional(),
  ENGINE_PORT: port.default(4100),
  ENGINE_CONFIG: z.string().min(1).optional(),
  /** Which upstream the key above belongs to. The launcher sets it; people do where the engine runs elsewhere. */
  INTRAY_UPSTREAM: z.enum(['cloud', 'engine']).optional(),
  LOG_LEVEL: logLevelSchema,
})

export type Settings = z.infer<typeof settingsSchema>

/** Reads and checks all settings at once. Throws SettingError naming each bad one. Empty values count as unset. */
export function parseSettings(environment: Record<string, string | undefined>): Settings {
  const parsed = settingsSchema.safeParse(setVariables(environment))
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) => `${issue.path[0]?.toString()} ${issue.message}`)
  throw new SettingError(`Setting not usable: ${problems.join('; ')}`)
}

let settings: Settings | undefined

/** The settings of this process, read once. */
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
  return (from.INTRAY_URL ?? `http://${host}:${from.PORT}`).replace(/\/+$/, '')
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
    context.addIssue({ code: 'custom', message: 'must be valid JSON' })
    return z.NEVER
  }
}
