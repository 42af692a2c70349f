import { expect, test } from 'vitest'
import { readPlace } from './place'

const otherwise = { databaseUrl: 'postgres://now/desk', filesUrl: null, dataDir: '/data' }
const read = (database?: string, files?: string) => readPlace({ wanted: { database, files }, otherwise })

test('what a command leaves unsaid is as it is now', () => {
  expect(read()).toEqual(otherwise)
  expect(read('postgres://other/desk')).toEqual({ ...otherwise, databaseUrl: 'postgres://other/desk' })
  expect(read(undefined, 's3://k:s@host/desk-files').filesUrl).toBe('s3://k:s@host/desk-files')
})

test('the words embedded and folder name the data folder', () => {
  expect(read('embedded', 'folder')).toEqual({ databaseUrl: null, filesUrl: null, dataDir: '/data' })
})

test('anything else is refused in words that show no secret', () => {
  expect(() => read('mysql://u:topsecret@host/desk')).toThrow('postgres://… or the word embedded')
  expect(() => read(undefined, 's3://u:topsecret@host')).toThrow('must name a bucket')
  expect(() => read(undefined, 's3://u:topsecret@host')).not.toThrow('topsecret')
})
