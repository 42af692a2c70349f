import 'server-only'
import { nudge, requestJob } from '../jobs/boss'

/** Lets a mail just written go out at once; unannounced it would wait for the next look at mail. */
export async function announceMail(): Promise<void> {
  await requestJob('mail')
  nudge('mail')
}
