import type { Delivery } from '@/engine/store/tables'

const deliveriesAtOnce = 32
const perOrganization = 8
const perAddress = 4

export type Address = { organization: string; url: string }

type DeliverySlots = {
  /** Takes a place; false when there is none, or when an event of the same execution is on its way to the address. */
  acquire: (delivery: Delivery) => boolean
  release: (delivery: Delivery) => void
  isFull: () => boolean
  exhausted: () => { organizations: string[]; addresses: Address[] }
}

/**
 * Places for deliveries. A receiver that does not answer holds each of its places for as long as a try may take, so
 * one address cannot have all of its organization's, and one organization not all there are.
 */
export function createDeliverySlots(): DeliverySlots {
  const underWay = new Map<string, Delivery>()
  const countOf = (isCounted: (other: Delivery) => boolean) => [...underWay.values()].filter(isCounted).length
  const isOrganizationFull = ({ organization }: Address) =>
    countOf((other) => other.organization === organization) >= perOrganization
  const isAddressFull = ({ organization, url }: Address) =>
    countOf((other) => other.organization === organization && other.url === url) >= perAddress
  return {
    acquire: (delivery) => {
      const slot = slotOf(delivery)
      const isRoom = !isOrganizationFull(delivery) && !isAddressFull(delivery)
      if (underWay.size >= deliveriesAtOnce || underWay.has(slot) || !isRoom) return false
      underWay.set(slot, delivery)
      return true
    },
    release: (delivery) => underWay.delete(slotOf(delivery)),
    isFull: () => underWay.size >= deliveriesAtOnce,
    exhausted: () => {
      const all = [...underWay.values()]
      return {
        organizations: [...new Set(all.filter(isOrganizationFull).map(({ organization }) => organization))],
        addresses: all.filter(isAddressFull).map(({ organization, url }) => ({ organization, url })),
      }
    },
  }
}

/** Events of one execution reach one address one after the other. */
function slotOf({ executionId, url }: Delivery): string {
  return `${executionId} ${url}`
}
