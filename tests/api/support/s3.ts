import { afterAll } from 'vitest'
import { startStubS3 } from '../../stubs/s3'
import { changeSettings } from './change-settings'

/** The bucket where the desk of the test file that imports this keeps its files. */
export const s3 = await startStubS3()
changeSettings({ FILES_URL: s3.url })
afterAll(() => s3.close())
