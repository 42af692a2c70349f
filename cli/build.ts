import { SettingError } from '@/base/settings'
import { buildProgramsWhenStale } from './build/build-programs'
import { buildWhenStale } from './build/build-when-stale'
import { complain } from './terminal'

// `npm run build`: what `npm start` does first, on its own (images, CI). With --programs without the pages: for `npm run engine`.
const build = process.argv.includes('--programs') ? buildProgramsWhenStale : buildWhenStale
build().catch((error: unknown) => {
  complain(error instanceof SettingError ? error.message : String(error))
  process.exitCode = 1
})
