import { SettingError } from '@/base/settings'
import { runCommand } from './command'
import { backupDesk } from './desk/backup-desk'
import { placeOfSettings } from './desk/place'

// `npm run backup`: everything a desk keeps, while it runs.
const help = `
  npm run backup -- --to backup.tar.gz
  npm run backup -- --to folder

  Writes the tables of desk and engine, as they stand at one moment, and the originals, each compared by SHA-256. The
  desk may run meanwhile. A folder is brought up to date when it is used again; a .tar.gz needs room for the files
  twice while it is made. Settings and the generated secret are not in it.
`

void runCommand({
  help,
  options: ['to'],
  run: async ({ to }) => {
    if (!to) throw new SettingError('Say where with --to. Ask with --help.')
    await backupDesk({ place: placeOfSettings(), to })
  },
})
