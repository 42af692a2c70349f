import 'server-only'
import { mkdir } from 'node:fs/promises'
import { FolderInUseError } from '@/base/database/folder-lock'
import { SettingError } from '@/base/settings'
import { getConnection, openDatabase } from './db/client'
import { endAllLeases } from './db/lease-store'
import { countEarlierResults } from './documents/attention/count-earlier-results'
import { compareDue, compareEarlierResults } from './documents/comparison/compare'
import { writeDigests } from './documents/digest/write-digests'
import { sweepUploads } from './documents/intake/sweep'
import { resumeTracking } from './documents/lifecycle/execution-store'
import { rescheduleAll } from './documents/lifecycle/reschedule-all-store'
import { submitDue } from './documents/lifecycle/submit'
import { endSendingLeases } from './documents/lifecycle/submit-store'
import { trackDue } from './documents/lifecycle/track'
import { endTrackingLeases } from './documents/lifecycle/track-store'
import { deleteEndedClaims } from './documents/review/claims-store'
import { learnDue } from './documents/teaching/learn-due'
import { closeUpstream } from './docutray/calls/request'
import { deleteOldFaults } from './docutray/faults-store'
import { expirePauses } from './docutray/pause-store'
import { getSettings } from './env'
import { rootMessage } from './errors'
import { startHub } from './events/hub'
import { endStreams } from './events/subscribers'
import { stopInspectors } from './files/inspect/inspect'
import { deleteFormPromises } from './files/room/promises-store'
import { tellWhatStoreLacks } from './files/store-features'
import { followAnswers } from './http/announce-length'
import { watchClock } from './jobs/clock-watch'
import { startWorkers, stopWorkers, wakeAll } from './jobs/workers'
import { log } from './log'
import { hasMailServer } from './mail/mail-server'
import { deleteOldMails } from './mail/outbox-store'
import { sendDueMails } from './mail/send-due'
import { once } from './once'
import { writeRefusalAlerts } from './people/alerts/refusal-alerts'
import { prepareSetup } from './people/invitations/setup'
import { trimTries } from './people/passwords/attempts-store'
import { deleteOldSessions } from './people/sessions/store'
import { deleteEndedSecrets } from './people/tokens/store'
import { refreshSteps } from './steps/steps'
import { writeQuotaAlerts } from './usage/alerts'

/** How long documents being sent may wait for their answer; the launcher kills a little later (cli/start/web). */
const stopTimeoutMs = 20_000
const mailKeptMs = 90 * 24 * 60 * 60_000
const faultsKeptMs = 30 * 24 * 60 * 60_000

/** Brings the web process up, before its first request is answered. What a person can mend ends it with one line. */
export function startWeb(): Promise<void> {
  // A development server may run this again when the file changes.
  return once('start', () => bringUp().catch(giveUp))
}

async function bringUp(): Promise<void> {
  const settings = getSettings()
  followAnswers()
  await mkdir(settings.INTRAY_DATA_DIR, { recursive: true, mode: 0o700 })
  const { kind } = await openDatabase()
  stopOnSignal()
  await prepareSetup({
    adminEmail: settings.INTRAY_ADMIN_EMAIL,
    adminPassword: settings.INTRAY_ADMIN_PASSWORD,
    dataDir: settings.INTRAY_DATA_DIR,
  })
  await expirePauses(['calls', 'submissions', 'polls'])
  if (kind === 'embedded') {
    await Promise.all([endSendingLeases(), endTrackingLeases(), endAllLeases(), deleteFormPromises()])
  }
  await Promise.all([resumeTracking(), rescheduleAll()])
  await startHub()
  await startWork()
  void refreshSteps()
  void tellWhatStoreLacks()
  void countEarlierResults()
  void compareEarlierResults()
  log.info({ database: kind }, 'the desk is open')
}

async function startWork(): Promise<void> {
  await startWorkers({
    submit: submitDue,
    track: trackDue,
    sweep,
    mail: runMail,
    compare: compareDue,
    learn: learnDue,
  })
  watchClock(() => {
    lookAgainAtAll().catch((error) => log.error({ err: error }, 'a look at everything failed'))
  })
}

async function sweep(): Promise<null> {
  await sweepUploads()
  await trimTries()
  await deleteOldSessions()
  await deleteEndedSecrets()
  await deleteOldFaults(new Date(Date.now() - faultsKeptMs))
  await deleteEndedClaims()
  return null
}

/** One look at mail: writes what is to be told, then sends what is due. Without a mail server nothing is written. */
export async function runMail(): Promise<Date | null> {
  if (!hasMailServer()) return null
  for (const write of [writeDigests, writeQuotaAlerts, writeRefusalAlerts]) {
    await write().catch((error) => log.error({ err: error }, 'news could not be written into mails'))
  }
  await deleteOldMails(new Date(Date.now() - mailKeptMs))
  return sendDueMails()
}

async function lookAgainAtAll(): Promise<void> {
  await Promise.all([rescheduleAll(), expirePauses(['calls', 'submissions', 'polls'])])
  wakeAll()
}

function stopOnSignal(): void {
  const stop = () => once('stop', () => stopWeb().then(() => process.exit(0)))
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  // The launcher's line: without the launcher nobody would end us.
  process.on('disconnect', stop)
  // It went while the desk was starting; where there is no launcher, there never was a line.
  if (process.connected === false) void stop()
}

/** In this order: no more work, no more news, no more calls, and the database last. */
async function stopWeb(): Promise<void> {
  log.info('the desk closes')
  try {
    await stopWorkers(stopTimeoutMs)
    endStreams()
    stopInspectors()
    await closeUpstream()
    await getConnection().close()
  } catch (error) {
    log.error({ err: error }, 'the desk did not close cleanly')
  }
}

function giveUp(error: unknown): never {
  const isMendable = error instanceof FolderInUseError || error instanceof SettingError
  if (!isMendable) log.fatal({ err: error }, 'the desk could not be opened')
  process.stderr.write(`${isMendable ? error.message : `Intray could not start: ${rootMessage(error)}`}\n`)
  process.exit(1)
}
