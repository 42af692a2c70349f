/** The one table of warnings: the bar's marks, the banner and all words follow it. Highest first. */
export const quotaThresholds = [
  { level: 'reached', percent: 100 },
  { level: 'near', percent: 80 },
] as const

export const quotaLevels = ['none', 'calm', 'near', 'reached'] as const

/** `none` without a quota, `calm` below every threshold. */
type QuotaLevel = (typeof quotaLevels)[number]

export function quotaLevel({ used, quota }: { used: number; quota: number | null }): QuotaLevel {
  if (quota === null) return 'none'
  // Whole numbers on both sides: 35 × 0.8 is more than 28 in floating point.
  return quotaThresholds.find(({ percent }) => used * 100 >= quota * percent)?.level ?? 'calm'
}

/** Pages left of the quota, never below zero; null without one. */
export function pagesLeft({ used, quota }: { used: number; quota: number | null }): number | null {
  return quota === null ? null : Math.max(0, quota - used)
}
