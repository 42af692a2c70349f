import 'server-only'
import { BlockList, isIP } from 'node:net'

/** Addresses and ranges (CIDR) of the proxies in front of the desk. */
export type TrustedProxies = BlockList

/** @throws Error naming the part that is neither an address nor a range. */
export function parseTrustedProxies(list: string): TrustedProxies {
  const trusted = new BlockList()
  for (const part of list
    .split(',')
    .map((text) => text.trim())
    .filter(Boolean)) {
    const [address = '', prefix, ...rest] = part.split('/')
    const family = ipFamily(address)
    const longest = family === 'ipv4' ? 32 : 128
    const bits = prefix === undefined ? longest : /^\d{1,3}$/.test(prefix) ? Number(prefix) : Number.NaN
    if (!family || rest.length > 0 || !(bits <= longest))
      throw new Error(`${part} is no address and no range`)
    trusted.addSubnet(address, bits, family)
  }
  return trusted
}

export function ipFamily(address: string): 'ipv4' | 'ipv6' | null {
  const version = isIP(address)
  return version === 0 ? null : version === 4 ? 'ipv4' : 'ipv6'
}
