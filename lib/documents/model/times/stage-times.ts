type StageTimes = {
  sentAt: Date | null
  enqueuedAt: Date | null
  processingAt: Date | null
  finishedAt: Date | null
}

const stages = ['sentAt', 'enqueuedAt', 'processingAt', 'finishedAt'] as const

/**
 * The stages of one attempt on one clock: ours, by which all but the end are taken. The end is told by the upstream's,
 * which may be off by minutes, and ours may be set while a document is on its way: no stage is before an earlier one.
 */
export function inOrder({ from, ...times }: StageTimes & { from: Date }): StageTimes {
  let latest = from
  const ordered: StageTimes = { ...times }
  for (const stage of stages) {
    const at = times[stage]
    if (at === null) continue
    latest = at > latest ? at : latest
    ordered[stage] = latest
  }
  return ordered
}
