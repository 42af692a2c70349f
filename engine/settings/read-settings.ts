import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { logLevelSchema, SettingError, setVariables } from '@/base/settings'
import { ocrPrograms } from '../readers/ocr-settings'
import { configSchema, type EngineConfig, ocrLanguagesSchema } from './config'
import { readStepSchemas } from './read-step-schemas'

const environmentSchema = z.object({
  ENGINE_PORT: z.coerce.number().int().min(0).max(65_535).default(4100),
  ENGINE_HOST: z.string().min(1).default('127.0.0.1'),
  ENGINE_CONFIG: z.string().optional(),
  ENGINE_API_KEY: z.string().optional(),
  ENGINE_DATA_DIR: z.string().optional(),
  ENGINE_TIME_ZONE: z.string().optional(),
  ENGINE_OCR: z.enum(ocrPrograms).optional(),
  ENGINE_OCR_LANGUAGES: z
    .string()
    .transform((text) => text.split(/[\s,+]+/).filter((language) => language !== ''))
    .pipe(ocrLanguagesSchema)
    .optional(),
  ENGINE_OCR_THREADS: z.coerce.number().int().min(1).max(64).optional(),
  ENGINE_OCR_MODELS: z.string().optional(),
  ENGINE_MODEL_URL: z.url({ protocol: /^https?$/ }).optional(),
  ENGINE_MODEL: z.string().optional(),
  ENGINE_MODEL_KEY: z.string().optional(),
  ENGINE_MODEL_TIMEOUT_MS: z.coerce.number().int().positive().max(600_000).default(60_000),
  ENGINE_MODEL_CHARACTERS: z.coerce.number().int().positive().max(1_000_000).default(24_000),
  LOG_LEVEL: logLevelSchema,
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
})

/** A model that may be asked for what the rules left open: any endpoint that speaks OpenAI's chat protocol. */
export type ModelSettings = {
  /** Up to and without `/chat/completions`. */
  url: string
  name: string
  key: string | null
  /** From the end of the reading until the document is done without it, the time in line included. */
  timeoutMs: number
  /** Of the document's text that one call may carry. */
  maxPromptChars: number
}

export type EngineSettings = EngineConfig & {
  host: string
  port: number
  databaseUrl: string | null
  logLevel: string
  model: ModelSettings | null
}

/**
 * Reads the engine's settings: the environment, the file that ENGINE_CONFIG names, and their defaults.
 * @throws SettingError naming the first bad value.
 */
export function readSettings(environment: NodeJS.ProcessEnv): EngineSettings {
  const { ENGINE_CONFIG, ...variables } = parseOrThrow({
    schema: environmentSchema,
    value: setVariables(environment),
    source: 'environment',
  })
  const config = parseOrThrow({
    schema: configSchema,
    value: withLauncherValues({ file: ENGINE_CONFIG ? readJson(ENGINE_CONFIG) : {}, variables }),
    source: ENGINE_CONFIG ?? 'environment',
  })
  return {
    ...withStepSchemas({ config, file: ENGINE_CONFIG }),
    host: variables.ENGINE_HOST,
    port: variables.ENGINE_PORT,
    databaseUrl: variables.DATABASE_URL ?? null,
    logLevel: variables.LOG_LEVEL,
    model: toModelSettings(variables),
  }
}

type Variables = Omit<z.infer<typeof environmentSchema>, 'ENGINE_CONFIG'>

/** What the launcher passes for an engine without a file of its own; the file wins where both speak. */
function withLauncherValues({ file, variables }: { file: unknown; variables: Variables }): unknown {
  if (typeof file !== 'object' || file === null) return file
  const { ENGINE_API_KEY, ENGINE_DATA_DIR, ENGINE_TIME_ZONE } = variables
  const { ENGINE_OCR, ENGINE_OCR_LANGUAGES, ENGINE_OCR_THREADS, ENGINE_OCR_MODELS } = variables
  return {
    ...(ENGINE_DATA_DIR && { dataDir: ENGINE_DATA_DIR }),
    ...(ENGINE_OCR && { ocr: ENGINE_OCR }),
    ...(ENGINE_OCR_LANGUAGES && { ocrLanguages: ENGINE_OCR_LANGUAGES }),
    ...(ENGINE_OCR_THREADS && { ocrThreads: ENGINE_OCR_THREADS }),
    ...(ENGINE_OCR_MODELS && { ocrModels: ENGINE_OCR_MODELS }),
    ...(ENGINE_TIME_ZONE && { timeZone: ENGINE_TIME_ZONE }),
    ...(ENGINE_API_KEY && {
      organizations: [{ id: 'org_default', name: 'Default', keys: [ENGINE_API_KEY] }],
      // The desk is the only caller and keeps a budget of its own, well above what a public key is given.
      limits: { requestsPerMinute: 60_000 },
    }),
    ...file,
  }
}

function toModelSettings(variables: Variables): ModelSettings | null {
  const { ENGINE_MODEL_URL: url, ENGINE_MODEL: name, ENGINE_MODEL_KEY: key = null } = variables
  if (url === undefined && name === undefined) return null
  if (url === undefined || name === undefined) {
    const missing = url === undefined ? 'ENGINE_MODEL_URL' : 'ENGINE_MODEL'
    throw new SettingError(
      `Bad setting ${missing} (environment): a model needs both its address and its name`,
    )
  }
  return {
    url: url.replace(/\/(?:chat\/completions\/?)?$/, ''),
    name,
    key,
    timeoutMs: variables.ENGINE_MODEL_TIMEOUT_MS,
    maxPromptChars: variables.ENGINE_MODEL_CHARACTERS,
  }
}

function withStepSchemas({ config, file }: { config: EngineConfig; file: string | undefined }): EngineConfig {
  if (!config.steps || !file) return config
  try {
    return { ...config, steps: readStepSchemas({ steps: config.steps, folder: path.dirname(file) }) }
  } catch (error) {
    throw new SettingError(`Bad setting steps (${file}): ${error instanceof Error ? error.message : error}`)
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new SettingError(`ENGINE_CONFIG: ${reason}`)
  }
}

function parseOrThrow<Output>(input: { schema: z.ZodType<Output>; value: unknown; source: string }): Output {
  const result = input.schema.safeParse(input.value)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const name = issue?.path.join('.') || 'the whole value'
  throw new SettingError(`Bad setting ${name} (${input.source}): ${issue?.message ?? 'invalid'}`)
}
