import { SettingError } from '@/base/settings'
import { runCommand } from './command'
import { placeOfSettings } from './desk/place'
import { restoreDesk } from './desk/restore-desk'
import { say } from './terminal'

// `npm run restore`: a backup back to an empty place.
const help = `
  npm run restore -- --from backup.tar.gz
  npm run restore -- --from folder

  Brings a backup to the place that INTRAY_DATA_DIR, DATABASE_URL and FILES_URL name, which must be empty, and compares
  every file and table. The place need not be of the kind it was taken from.
`

void runCommand({
  help,
  options: ['from'],
  run: async ({ from }) => {
    if (!from) throw new SettingError('Say of what with --from. Ask with --help.')
    await restoreDesk({ from, place: placeOfSettings() })
    say('\nAll of it is there. Start the desk.')
  },
})
