import { ipFamily, type TrustedProxies } from '@/lib/trusted-proxies'

/**
 * Whose request it is: the socket's address, and where that is a proxy of ours what this one appended to
 * `X-Forwarded-For`, read from the right as long as the speakers are ours. What a stranger writes there counts nowhere.
 */
export function clientAddress({
  socketAddress,
  forwardedFor,
  trusted,
}: {
  socketAddress: string | undefined
  forwardedFor: string | undefined
  trusted: TrustedProxies
}): string {
  const hops = (forwardedFor ?? '').split(',').map((hop) => plain(hop.trim()))
  let address = plain(socketAddress ?? '')
  while (isTrusted({ address, trusted })) {
    const hop = hops.pop()
    if (!hop || !ipFamily(hop)) break
    address = hop
  }
  return address
}

function isTrusted({ address, trusted }: { address: string; trusted: TrustedProxies }): boolean {
  const family = ipFamily(address)
  return family !== null && trusted.check(address, family)
}

/** An IPv4 address as sockets for both families tell it (`::ffff:10.0.0.1`) is that address. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/^\[(.*)\]$/, '$1')
}
