import { afterAll } from 'vitest'
import { startStubUpstream } from '../../stubs/upstream'
import { changeSettings } from './change-settings'

/** The upstream of the test file that imports this. */
export const upstream = await startStubUpstream()
changeSettings({ DOCUTRAY_BASE_URL: upstream.url })
afterAll(() => upstream.close())
