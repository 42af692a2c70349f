import { SettingError } from '@/base/settings'
import { runCommand } from './command'
import { makeLinkFor } from './desk/password-link'
import { placeOfSettings } from './desk/place'
import { say } from './terminal'

// `npm run password`: the way back in for who is shut out and has no administrator to ask.
const help = `
  npm run password -- someone@office.example

  Prints a link with which this person chooses a new password. It works once, for a day. The old password is good until
  then. On the embedded database the desk must not run meanwhile.
`

void runCommand({
  help,
  options: [],
  argument: 'email',
  run: async ({ email }) => {
    if (!email) throw new SettingError('Say for whom: npm run password -- someone@office.example')
    const link = await makeLinkFor({ email, place: placeOfSettings() })
    say(`\nA new password for ${email}, once, within a day:\n\n  ${link}\n`)
  },
})
