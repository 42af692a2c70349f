import { existsSync } from 'node:fs'
import { SettingError } from '@/base/settings'
import { root } from './root'

const oldestNode = [20, 9] as const

/** Throws SettingError when the running Node is older than the parts need. */
export function requireNodeVersion(version = process.versions.node): void {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldestMajor, oldestMinor] = oldestNode
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return
  throw new SettingError(
    `Intray needs Node ${oldestMajor}.${oldestMinor} or newer; this is ${version}. Install a newer Node and start again.`,
  )
}

/**
 * Reads settings from the `.env` file of the installation; what the environment already has wins. Next would read the
 * same file on its own, so a launcher that did not would start the wrong upstream.
 */
export function loadEnvironmentFile(): void {
  const file = `${root}.env`
  if (!existsSync(file)) return
  if (!process.loadEnvFile) {
    throw new SettingError(`Reading ${file} needs Node 20.12 or newer; set the variables themselves instead.`)
  }
  process.loadEnvFile(file)
}

/** The SDK for S3 would say at each start that its versions of next year want a newer Node. */
export function quietenS3Sdk(): void {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'
}
