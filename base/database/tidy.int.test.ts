import { PGlite } from '@electric-sql/pglite'
import { expect, test } from 'vitest'
import { tidyTables } from './tidy'

test('a table is tidied after it changed much, and not again before it does once more', async () => {
  const database = await PGlite.create()
  await database.exec('create table few (id int); create table many (id int); insert into few values (1)')
  await database.exec('insert into many select generate_series(1, 500)')
  expect(await tidyTables(database)).toEqual(['public.many'])
  expect(await tidyTables(database)).toEqual([])
  const { rows } = await database.query(`select reltuples from pg_class where relname = 'many'`)
  expect(rows).toEqual([{ reltuples: 500 }])

  const size = async () => (await database.query(`select pg_relation_size('many') as bytes`)).rows[0]
  for (let round = 0; round < 3; round += 1) {
    await database.exec('update many set id = id + 1')
    await tidyTables(database)
  }
  const before = await size()
  for (let round = 0; round < 5; round += 1) {
    await database.exec('update many set id = id + 1')
    await tidyTables(database)
  }
  expect(await size()).toEqual(before)
  await database.close()
})
