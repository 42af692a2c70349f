import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { findImportCycles, findRoomCycles } from './support/import-cycles'
import { readSources, root, type SourceFile } from './support/source-files'
import { findUnusedExports } from './support/unused-exports'

const folders = ['app', 'components', 'lib', 'engine', 'base', 'cli']
const files = readSources([...folders, 'instrumentation.ts', 'next.config.mjs'])
const byPath = new Map(files.map((file) => [file.path, file]))

const inFolder = (folder: string) => files.filter((file) => file.path.startsWith(`${folder}/`))
const isServerOnly = (path: string) => byPath.get(path)?.text.startsWith("import 'server-only'") ?? false
const isOurs = (target: string) => byPath.has(target) || folders.includes(target.split('/')[0] ?? '')

/** `file → target` for each import of ours that `isAllowed` does not allow. */
function forbidden(from: SourceFile[], isAllowed: (target: string, file: SourceFile) => boolean): string[] {
  return from.flatMap((file) =>
    file.imports
      .filter(({ target }) => isOurs(target) && !isAllowed(target, file))
      .map(({ target }) => `${file.path} → ${target}`),
  )
}

/** The paths of all files whose text matches, except those under `allowed`. */
function mentions(pattern: RegExp, allowed: string[]): string[] {
  return files
    .filter((file) => pattern.test(file.text) && !allowed.some((place) => file.path.startsWith(place)))
    .map((file) => file.path)
}

test('every import leads to a file that exists', () => {
  const missing = files.flatMap((file) =>
    file.imports
      .filter(({ target }) => isOurs(target) && !byPath.has(target) && !target.endsWith('.json'))
      .map(({ target }) => `${file.path} → ${target}`),
  )
  expect(missing).toEqual([])
})

test('imports flow one way: app, components, lib, base; the engine stands on base alone', () => {
  expect(forbidden(inFolder('app'), (target) => /^(app|components|lib|base)\//.test(target))).toEqual([])
  expect(forbidden(inFolder('components'), (target) => /^(components|lib|base)\//.test(target))).toEqual([])
  expect(forbidden(inFolder('lib'), (target) => /^(lib|base)\//.test(target))).toEqual([])
  expect(forbidden(inFolder('engine'), (target) => /^(engine|base)\//.test(target))).toEqual([])
  expect(forbidden(inFolder('base'), (target) => target.startsWith('base/'))).toEqual([])
})

test('base holds what both processes need and nothing else', () => {
  const rooms = new Set(inFolder('base').map(({ path }) => path.split('/')[1]))
  expect([...rooms].sort()).toEqual([
    'bitmap',
    'calendar.ts',
    'contract.ts',
    'database',
    'guarded-process',
    'log.ts',
    'pdfium',
    'run-loop.ts',
    'settings.ts',
    'storable-text.ts',
  ])
  const isUsedBy = (folder: string, room: string) =>
    inFolder(folder).some(({ imports }) => imports.some(({ target }) => target.startsWith(`base/${room}`)))
  const users = [...rooms].map((room = '') => ({
    room,
    by: ['lib', 'engine', 'cli'].filter((folder) => isUsedBy(folder, room)),
  }))
  expect(users.filter(({ by }) => by.length < 2)).toEqual([])
})

test('components import nothing of lib that must stay on the server', () => {
  const server = forbidden(inFolder('components'), (target) => !isServerOnly(target))
  expect(server).toEqual([])
})

test('primitives know no product words', () => {
  expect(forbidden(inFolder('components/ui'), (target) => target.startsWith('components/ui/'))).toEqual([])
})

test('nothing imports the commands; starting knows neither web nor engine', () => {
  const outside = files.filter((file) => !file.path.startsWith('cli/'))
  expect(forbidden(outside, (target) => !target.startsWith('cli/'))).toEqual([])
  const settings = /^(cli|base)\/|^lib\/env\.ts$/
  const starting = [
    ...inFolder('cli/start'),
    ...inFolder('cli/build'),
    ...files.filter(({ path }) => path === 'cli/start.ts'),
  ]
  expect(forbidden(starting, (target) => settings.test(target))).toEqual([])
})

test('of the engine the commands know its database alone', () => {
  const allowed = /^(cli|base|lib)\/|^engine\/store\/open-database\.ts$/
  expect(forbidden(inFolder('cli'), (target) => allowed.test(target))).toEqual([])
})

test('what must not reach a browser says so in its first line', () => {
  const silent = inFolder('lib').filter(
    (file) =>
      !isServerOnly(file.path) &&
      file.imports.some(
        ({ target, typeOnly }) => !typeOnly && (target.startsWith('node:') || isServerOnly(target)),
      ),
  )
  expect(silent.map((file) => file.path)).toEqual([])
})

test('the environment is read in one place per process', () => {
  const places = [
    'lib/env.ts',
    'engine/settings/read-settings.ts',
    // Hands the few variables a reading process needs on to it.
    'engine/work/workers/reading-pool.ts',
    'cli/',
    'instrumentation.ts',
    'next.config.mjs',
  ]
  expect(mentions(/process\.env(\.\w|\[)/, places)).toEqual([])
})

test('only stores, and the few parts that own a connection, touch the database', () => {
  const doors =
    /store\.ts$|\/tables\.ts$|\/lifecycle\/move\.ts$|^cli\/|^lib\/(db|jobs|events)\/|^lib\/(health|start)\.ts$|^lib\/settings\/connection\.ts$/
  const database = files
    .map(({ path }) => path)
    .filter((path) => /^lib\/(db\/(client|connection)|\w+\/tables)\.ts$/.test(path))
  const outside = files.filter((file) => !doors.test(file.path))
  const found = outside.flatMap((file) =>
    file.imports
      .filter(({ target, typeOnly }) => !typeOnly && database.includes(target))
      .map(({ target }) => `${file.path} → ${target}`),
  )
  expect(found).toEqual([])
})

test('one file writes the rows of documents, and with them their states', () => {
  const writes =
    /\.(insert|update|delete)\(\s*documents\s*\)|(insert into|update|delete from) \$\{documents\}/
  expect(mentions(writes, ['lib/documents/lifecycle/move.ts'])).toEqual([])
})

test('only lib/docutray and the settings know the address and the key of the upstream', () => {
  expect(mentions(/DOCUTRAY_(API_KEY|BASE_URL)/, ['lib/env.ts', 'lib/docutray/', 'cli/'])).toEqual([])
  expect(mentions(/steps-async/, ['lib/docutray/', 'engine/', 'base/contract.ts'])).toEqual([])
})

test('nothing stands between a body and its route, and the policy of pages is set in one place', () => {
  const between = ['middleware.ts', 'proxy.ts', 'src/middleware.ts', 'src/proxy.ts']
  expect(between.filter((file) => existsSync(path.join(root, file)))).toEqual([])
  expect(mentions(/Content-Security-Policy/i, ['cli/serve/', 'app/api/'])).toEqual([])
})

test('no file is longer than 300 lines', () => {
  const all = readSources([...folders, 'tests'], { withTests: true })
  expect(all.filter((file) => file.lines > 300).map((file) => `${file.path}: ${file.lines}`)).toEqual([])
})

test('no files import one another in a circle', () => {
  expect(findImportCycles(files)).toEqual([])
})

/** Folders whose rooms stand on floors: each imports only from those below it. */
const floored = ['components', 'lib', 'engine']

test.each(floored)('no rooms of %s import one another in a circle, by value or by type', (folder) => {
  expect(findRoomCycles(files, { folder, depth: 1 })).toEqual([])
})

test.each(['components', 'lib'])('nor do the rooms inside the rooms of %s', (folder) => {
  expect(findRoomCycles(files, { folder })).toEqual([])
})

/** The floors of lib, the lowest first. */
const floors = [
  [
    'env',
    'errors',
    'fetch-json',
    'format',
    'i18n',
    'log',
    'once',
    'page',
    'probe',
    'request-body',
    's3-location',
    'table',
    'trusted-proxies',
    'with-timeout',
  ],
  ['db'],
  ['docutray', 'files', 'jobs'],
  ['mail'],
  ['people', 'settings', 'steps'],
  ['usage'],
  ['lessons'],
  ['documents'],
  ['events', 'health', 'http', 'start'],
]

test('each room of lib imports only from its own floor and those below', () => {
  const nameOf = (file: string) => file.split('/')[1]?.replace(/\.tsx?$/, '') ?? ''
  const floorOf = (file: string) => floors.findIndex((rooms) => rooms.includes(nameOf(file)))
  const rooms = new Set(inFolder('lib').map(({ path }) => nameOf(path)))
  expect([...rooms].sort()).toEqual(floors.flat().sort())
  const isOfLib = (target: string) => target.startsWith('lib/')
  expect(
    forbidden(inFolder('lib'), (target, { path }) => !isOfLib(target) || floorOf(target) <= floorOf(path)),
  ).toEqual([])
})

test.each(floored)('no folder of %s holds more than 20 files, tests counted', (folder) => {
  const sizes = new Map<string, number>()
  for (const file of readSources([folder], { withTests: true })) {
    const room = path.dirname(file.path)
    sizes.set(room, (sizes.get(room) ?? 0) + 1)
  }
  expect([...sizes].filter(([, size]) => size > 20)).toEqual([])
})

test('exports have names, except where a tool wants none', () => {
  const nextFile = /^app\/.*(page|layout|template|loading|error|not-found|global-error|icon)\.tsx$/
  const config = /\.config\.(ts|mjs)$/
  const found = files.filter(
    (file) => /^export default\b/m.test(file.text) && !nextFile.test(file.path) && !config.test(file.path),
  )
  expect(found.map((file) => file.path)).toEqual([])
})

test('what a file exports is used by another', () => {
  // Next.js reads what app exports, and the maker of migrations what tables.ts does.
  const isReadByTools = ({ path }: SourceFile) => path.startsWith('app/') || path.endsWith('/tables.ts')
  const users = readSources([...folders, 'tests', 'instrumentation.ts'], { withTests: true })
  expect(
    findUnusedExports(
      files.filter((file) => !isReadByTools(file) && file.path !== 'instrumentation.ts'),
      users,
    ),
  ).toEqual([])
})

test('a file is named for its one subject', () => {
  const vague = files.filter((file) => /\/(index|utils?|helpers?|common|misc)\.tsx?$/.test(file.path))
  expect(vague.map((file) => file.path)).toEqual([])
})

test('no line is hidden from the type checker, and no file only passes others on', () => {
  const signs = /@ts-(ignore|nocheck|expect-error)|^export \* from/m
  expect(files.filter((file) => signs.test(file.text)).map((file) => file.path)).toEqual([])
})
