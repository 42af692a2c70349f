import { lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr, { type IPv4, type IPv6 } from 'ipaddr.js'
import { Agent, buildConnector } from 'undici'

/** An address that callers may not make the engine speak to. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError'

  constructor() {
    super('The address is private.')
  }
}

/**
 * An HTTP agent for addresses that strangers chose. The address a name resolves to is checked where the connection is
 * made, so neither a redirect nor a name that resolves differently the second time leads inside. `allowHosts`
 * (`host:port`) are open. A refused connection fails with PrivateAddressError.
 */
export function createGuardedAgent(input: { allowHosts: string[]; connectTimeoutMs: number }): Agent {
  const isAllowed = allowedHosts(input.allowHosts)
  const openConnect = buildConnector({ timeout: input.connectTimeoutMs })
  const guardedConnect = buildConnector({ timeout: input.connectTimeoutMs, lookup: guardedLookup })
  return new Agent({
    connect: (options, callback) => {
      const host = options.hostname.replace(/^\[|\]$/g, '')
      if (isAllowed(options)) return openConnect(options, callback)
      // A literal address is never looked up.
      if (isIP(host) !== 0 && isPrivateAddress(host)) return callback(new PrivateAddressError(), null)
      return guardedConnect(options, callback)
    },
  })
}

/** Tells whether an address is one of `hosts` (`host:port`); the port may be left out of it where it is the usual one. */
export function allowedHosts(hosts: string[]) {
  const allowed = new Set(hosts.map((host) => host.toLowerCase()))
  return ({ hostname, port, protocol }: { hostname: string; port: string; protocol: string }): boolean =>
    allowed.has(`${hostname.toLowerCase()}:${port || (protocol === 'https:' ? '443' : '80')}`)
}

const guardedLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '')
    const [first] = addresses
    if (!first || addresses.some(({ address }) => isPrivateAddress(address))) {
      return callback(new PrivateAddressError(), '')
    }
    return options.all ? callback(null, addresses) : callback(null, first.address, first.family)
  })
}

/** Everything that is not an address of the public internet, by the IANA special-purpose registries. */
export function isPrivateAddress(address: string): boolean {
  const parsed = ipaddr.process(address)
  return parsed.range() !== 'unicast' || !isHandedOut(parsed)
}

/** Of IPv6, 2000::/3 alone has been given to anyone (RFC 4291). */
function isHandedOut(address: IPv4 | IPv6): boolean {
  return !('parts' in address) || (address.parts[0] ?? 0) >> 13 === 1
}
