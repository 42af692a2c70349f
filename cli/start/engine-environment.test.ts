import { expect, test } from 'vitest'
import { settingNames } from '@/lib/env'
import { engineEnvironment } from './engine-environment'

const everything = Object.fromEntries(settingNames.map((name) => [name, 'a secret']))

test('of all settings of the desk the engine is given its own and the database it has its tables in', () => {
  expect(Object.keys(engineEnvironment({ ...everything, NODE_ENV: 'production' })).sort()).toEqual([
    'DATABASE_URL',
    'ENGINE_CONFIG',
    'ENGINE_PORT',
    'LOG_LEVEL',
    'NODE_ENV',
  ])
})

test('whatever else is secret on the machine stays with the launcher', () => {
  const others = { NEXTAUTH_SECRET: 'x', AWS_SECRET_ACCESS_KEY: 'x', GITHUB_TOKEN: 'x' }
  expect(engineEnvironment({ ...others, PATH: '/bin', ENGINE_OCR: 'wasm', NODE_ENV: 'test' })).toEqual({
    PATH: '/bin',
    ENGINE_OCR: 'wasm',
    NODE_ENV: 'test',
  })
})

test('who runs the desk is told, as whom Postgres is asked where its address names nobody', () => {
  expect(engineEnvironment({ USER: 'ana', USERNAME: 'ana', NODE_ENV: 'test' })).toMatchObject({
    USER: 'ana',
    USERNAME: 'ana',
  })
})
