import { createLog } from '@/base/log'

/** Starts at `info`; the settings say more or less, once they are read. */
export const log = createLog({ process: 'engine', level: 'info' })
