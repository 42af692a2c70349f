import { afterAll } from 'vitest'
import { openTestDatabase } from '../../support/test-database'
import { changeSettings } from './change-settings'

const opened = await openTestDatabase()

/** Why no Postgres can run for the test file that imports this; null where it runs and the settings name it. */
export const problem = 'problem' in opened ? opened.problem : null
if ('url' in opened) {
  changeSettings({ DATABASE_URL: opened.url })
  afterAll(opened.close)
}
