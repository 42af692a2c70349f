import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { sharedData } from '../extraction/support/shared-data'
import { benchCases } from './extraction/cases'
import { benchFolder } from './extraction/folder'
import { print } from './extraction/report'
import { benchTraining } from './extraction/training'

/**
 * Reads labelled papers and compares what comes out with their labels:
 * `npm run bench:extraction [-- --set training,samples,cases,FOLDER] [--told] [--only part-of-name] [--readings folder]`.
 * Of a folder only the scores are told: papers whose misses were looked at are not unseen any more; `--told` names
 * them. `--readings` keeps what was read there, so that choosing can be measured without OCR.
 */
const { values: options } = parseArgs({
  options: {
    set: { type: 'string', default: 'training,samples,cases' },
    told: { type: 'boolean', default: false },
    only: { type: 'string' },
    readings: { type: 'string' },
  },
})

const settings = { isTold: options.told, only: options.only, readings: options.readings }

for (const set of options.set.split(',')) {
  const folder = set.includes('/') ? resolve(set) : sharedData(set).folder
  if (!existsSync(folder)) print(`\n${set}: skipped, there is no ${folder}`)
  else if (set === 'training') await benchTraining({ ...settings, folder })
  else if (existsSync(join(folder, 'expected.json'))) await benchCases({ ...settings, folder })
  else await benchFolder({ ...settings, folder })
}
