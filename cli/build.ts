import { SettingError } from '@/base/settings'
import { buildWhenStale } from './build/build-when-stale'
import { complain } from './terminal'

// `npm run build`: what `npm start` does first, on its own (images, CI).
buildWhenStale().catch((error: unknown) => {
  complain(error instanceof SettingError ? error.message : String(error))
  process.exitCode = 1
})
