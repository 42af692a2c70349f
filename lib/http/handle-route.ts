import 'server-only'
import type { z } from 'zod'
import { isStorable } from '@/base/storable-text'
import { AppError, toAppError } from '../errors'
import { errorMessage } from '../i18n/error-message'
import { requestTranslate } from '../i18n/request'
import { log } from '../log'
import { type Ability, may, type SignedInUser } from '../people/roles'
import { requireTokenCaller } from '../people/tokens/tokens'
import { readBody } from '../request-body'
import { requireSession } from './auth'
import { readBearer } from './bearer'
import { refuseForeignOrigin } from './origin'
import { refuseOtherPerson } from './page-person'

/** A table's corrections in one call are the largest; files come another way. */
const jsonLimitBytes = 64_000

const neverStored = { 'Cache-Control': 'no-store' }

type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> }

type Access = Ability | 'signed-in' | 'session' | 'public'

type RouteRules<
  Required extends Access,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Param extends string,
> = {
  /**
   * What the caller must be able to do; `signed-in` for anyone with a session or an access token, `session` for no
   * token (what a stolen one must not bring about), `public` for anybody.
   */
  access: Required
  /** The parts of the address in brackets, by name. */
  params?: readonly Param[]
  query?: Query
  /** For JSON bodies; streaming handlers read `request` themselves. */
  body?: Body
}

type RouteInput<Required extends Access, Query, Body, Param extends string> = {
  request: Request
  params: Record<Param, string>
  query: Query
  body: Body
  user: Required extends 'public' ? undefined : SignedInUser
  /** Of the session, or of the access token: what has to live for the caller to be admitted. */
  sessionId: Required extends 'public' ? undefined : string
}

/**
 * The one way a request is answered: origin → session or access token, whose page and ability → parse → `handler` → JSON, with every error
 * turned into `{error: {code, message}}` here and nowhere else. A handler returns a Response or plain data.
 */
export function handleRoute<
  Required extends Access,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
  Param extends string = never,
>(
  rules: RouteRules<Required, Query, Body, Param>,
  handler: (input: RouteInput<Required, z.output<Query>, z.output<Body>, Param>) => Promise<unknown>,
) {
  return async (request: Request, context: RouteContext): Promise<Response> => {
    try {
      const bearer = readBearer(request)
      if (bearer === null) refuseForeignOrigin(request)
      const caller = await admit({ request, bearer, access: rules.access })
      const params = await readParams({ context, names: rules.params ?? [] })
      const query = readQuery({ request, schema: rules.query })
      const body = await readJson({ request, schema: rules.body })
      const who = { user: caller?.user, sessionId: caller?.id }
      const answer = await handler({ request, params, query, body, ...who } as Parameters<typeof handler>[0])
      return answer instanceof Response ? answer : Response.json(answer ?? null, { headers: neverStored })
    } catch (thrown) {
      return answerError({ request, thrown })
    }
  }
}

/** The reply to anything thrown: unknown errors say nothing to the caller and everything to the log. */
export function answerError({ request, thrown }: { request: Request; thrown: unknown }): Response {
  const error = toAppError(thrown)
  if (error.status >= 500)
    log.error({ err: error.cause ?? error, url: new URL(request.url).pathname }, error.code)
  const t = requestTranslate(request)
  const message = errorMessage(t, error)
  const headers: Record<string, string> = { ...neverStored }
  if (typeof error.values.seconds === 'number') headers['Retry-After'] = String(error.values.seconds)
  return Response.json(
    { error: { code: error.code, message, ...error.details } },
    { status: error.status, headers },
  )
}

type Caller = { id: string; user: SignedInUser }
type Admission = { request: Request; bearer: string | null; access: Access }

async function admit({ request, bearer, access }: Admission): Promise<Caller | undefined> {
  if (access === 'public') return undefined
  const caller = bearer === null ? await requireSession() : await requireToken(bearer)
  if (bearer === null) refuseOtherPerson({ request, user: caller.user })
  else if (access === 'session') throw new AppError('auth.session_required')
  const isForAnyone = access === 'signed-in' || access === 'session'
  if (!isForAnyone && !may(caller.user, access)) throw new AppError('auth.forbidden')
  return caller
}

async function requireToken(bearer: string): Promise<Caller> {
  const user = await requireTokenCaller(bearer)
  return { id: user.token.id, user }
}

type NamedParams = { context: RouteContext; names: readonly string[] }

async function readParams({ context, names }: NamedParams): Promise<Record<string, string>> {
  const params = (await context?.params) ?? {}
  return Object.fromEntries(names.map((name) => [name, storable(readParam(params[name]))]))
}

function readParam(value: string | string[] | undefined): string {
  if (typeof value === 'string') return value
  throw new AppError('request.not_found')
}

function readQuery({ request, schema }: { request: Request; schema: z.ZodType | undefined }): unknown {
  if (!schema) return undefined
  const filled = [...new URL(request.url).searchParams].filter(([, value]) => value !== '')
  return parse(schema, Object.fromEntries(filled.map(([name, value]) => [name, storable(value)])))
}

type ParsedBody = { request: Request; schema: z.ZodType | undefined }

async function readJson({ request, schema }: ParsedBody): Promise<unknown> {
  if (!schema) return undefined
  const text = (await readBody({ request, limitBytes: jsonLimitBytes })).toString('utf8')
  try {
    return parse(
      schema,
      JSON.parse(text, (_key, value: unknown) => storable(value)),
    )
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown
    throw new AppError('request.invalid', { values: { problem: 'body: JSON' }, cause: thrown })
  }
}

/** No text of ours holds what the database cannot: NUL and halves of surrogate pairs. */
function storable<Value>(value: Value): Value {
  if (typeof value !== 'string' || isStorable(value)) return value
  throw new AppError('request.invalid', { values: { problem: 'a character that is none' } })
}

function parse(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const problem = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`
  throw new AppError('request.invalid', { values: { problem } })
}
