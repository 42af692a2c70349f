import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describeFiles, publicUrl, type Settings } from '@/lib/env'
import { say } from '../terminal'
import type { DataFolder } from './data-folder'
import type { Upstream } from './web'

type Facts = { settings: Settings; folder: DataFolder; upstream: Upstream; startedAt: number }

/** What a person wants to know once the desk answers, and nothing secret but the one-time link of a first start. */
export async function printSummary({ settings, folder, upstream, startedAt }: Facts): Promise<void> {
  say(`
  Intray is ready (${((Date.now() - startedAt) / 1000).toFixed(1)} s)

  Address   ${publicUrl(settings)}
  Reads by  ${describeUpstream(upstream)}
  Data      ${folder.path}
  Database  ${describeDatabase(settings.DATABASE_URL)}
  Files     ${describeFiles(settings)}
  Months    are cut in ${settings.INTRAY_TIME_ZONE}
  Mail      ${describeMail(settings)}
  Webhook   ${describeWebhook({ settings, upstream })}
  Logs      ${folder.logs}
`)
  if (needsSharedSecret(settings)) {
    say(
      '  Several desks on one database need one INTRAY_SECRET; this one has made its own in the data folder.\n',
    )
  }
  const link = await readFile(path.join(folder.path, 'setup-link'), 'utf8').catch(() => null)
  if (link) {
    say(`  Nobody has an account yet. Open this link once to make the administrator's:\n  ${link.trim()}\n`)
  }
  say('  Ctrl-C stops it.')
}

/** A second desk with a secret of its own would sign everybody out at each turn. */
function needsSharedSecret({ DATABASE_URL, FILES_URL, INTRAY_SECRET }: Settings): boolean {
  return Boolean(DATABASE_URL ?? FILES_URL) && !INTRAY_SECRET
}

function describeUpstream({ kind, url }: Upstream): string {
  return kind === 'cloud' ? `DocuTray, ${url}` : `the engine in the box, ${url}`
}

function describeMail({ SMTP_URL }: Settings): string {
  return SMTP_URL ? `by ${new URL(SMTP_URL).host}` : 'none is sent (SMTP_URL)'
}

function describeWebhook({ settings, upstream }: Pick<Facts, 'settings' | 'upstream'>): string {
  if (upstream.kind === 'engine') return 'not needed, the engine is beside the desk'
  if (!settings.DOCUTRAY_WEBHOOK_SECRET) return 'none; states are polled (DOCUTRAY_WEBHOOK_SECRET)'
  return `${publicUrl(settings)}/api/webhooks/docutray`
}

function describeDatabase(url: string | undefined): string {
  if (!url) return 'embedded, in the data folder: one process only; survives a crash, not a power cut'
  const { host, pathname } = new URL(url)
  return `Postgres, ${host}${pathname}`
}
