import type { UploadItem, UploadPhaseKind } from '../transfer/upload-item'

/** What needs a person first, then what moves, then what waits. What was received is a card and not a row. */
const places: Partial<Record<UploadPhaseKind, number>> = {
  unfinished: 0,
  failed: 1,
  refused: 1,
  duplicate: 1,
  sending: 2,
  queued: 3,
  held: 3,
  checking: 3,
  cancelled: 4,
}

/** The rows of the tray in the order in which they are read; equals keep their order of arrival. */
export function orderRows(items: readonly UploadItem[]): UploadItem[] {
  return items.filter(({ phase }) => phase.kind in places).sort((one, other) => placeOf(one) - placeOf(other))
}

function placeOf({ phase }: UploadItem): number {
  return places[phase.kind] ?? 0
}
