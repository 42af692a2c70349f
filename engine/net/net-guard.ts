import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
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
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  const plain = mapped ?? address
  if (isIP(plain) === 4) return privateAddresses.check(plain, 'ipv4')
  return !publicIpv6.check(plain, 'ipv6') || privateAddresses.check(plain, 'ipv6')
}

const privateAddresses = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  privateAddresses.addSubnet(network, prefix, 'ipv4')
}

// Teredo, documentation and 6to4 addresses lie inside the public range; the first and last can hide an IPv4 address.
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  privateAddresses.addSubnet(network, prefix, 'ipv6')
}

const publicIpv6 = new BlockList()
publicIpv6.addSubnet('2000::', 3, 'ipv6')
