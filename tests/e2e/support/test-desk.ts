import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Role } from '@/lib/people/roles'
import { noSettings } from '../../support/no-settings'

/** The desk of a test run: its own folder and port. The first process makes the folder, the workers inherit its name. */
process.env.E2E_FOLDER ??= mkdtempSync(path.join(tmpdir(), 'intray-e2e-'))

export const runFolder = process.env.E2E_FOLDER
export const deskPort = Number(process.env.INTRAY_E2E_PORT ?? 38_471)
export const deskUrl = `http://127.0.0.1:${deskPort}`

export const password = 'correct horse battery'
export const emailOf = (role: Role) => `${role}@desk.test`
export const nameOf = (role: Role) => `Test ${role}`

/** The signed-in browser state of a role, kept for the run. */
export const stateFile = (role: Role) => path.join(runFolder, `${role}.json`)

export const deskSettings = {
  ...noSettings,
  PORT: String(deskPort),
  INTRAY_DATA_DIR: path.join(runFolder, 'data'),
  INTRAY_ADMIN_EMAIL: emailOf('admin'),
  INTRAY_ADMIN_PASSWORD: password,
  INTRAY_TIME_ZONE: 'America/Santiago',
}
