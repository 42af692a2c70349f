import { runCommand } from './command'
import { moveDesk } from './desk/move-desk'
import { placeOfSettings, readPlace } from './desk/place'
import { say } from './terminal'

// `npm run move`: takes a desk from the data folder to Postgres and S3, or back.
const help = `
  npm run move -- --to-database postgres://…  --to-files s3://…

  Copies what a desk keeps to another place and compares it there. The desk must not run meanwhile; what it is copied
  from stays as it was. Interrupted, it can be begun again.

  --to-database    postgres://user:password@host/name, or the word embedded
  --to-files       s3://key:secret@host:port/bucket, or the word folder
  --from-database  where it is now, where DATABASE_URL does not say it
  --from-files     where they are now, where FILES_URL does not say it
`

void runCommand({
  help,
  options: ['to-database', 'to-files', 'from-database', 'from-files'],
  run: async (options) => {
    const from = readPlace({
      wanted: { database: options['from-database'], files: options['from-files'] },
      otherwise: placeOfSettings(),
    })
    const to = readPlace({
      wanted: { database: options['to-database'], files: options['to-files'] },
      otherwise: from,
    })
    await moveDesk({ from, to })
    say('\nAll of it is there. Start the desk from now on')
    say(to.databaseUrl ? '  with DATABASE_URL as in --to-database' : '  without DATABASE_URL')
    say(to.filesUrl ? '  with FILES_URL as in --to-files' : '  without FILES_URL')
  },
})
