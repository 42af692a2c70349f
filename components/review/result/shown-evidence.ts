import type { Evidence } from '@/lib/documents/attention/evidence'
import type { Correction } from '@/lib/documents/model/corrections'

/** Where a value comes from: what a person pointed at goes before where the one they replaced was read. */
export function shownEvidence({
  evidence,
  correction,
}: {
  evidence: Evidence | null
  correction: Correction | null
}): Evidence | null {
  if (correction?.place) return { ...correction.place, confidence: null }
  // How certain the reading was says nothing about a value a person wrote.
  return evidence && correction ? { ...evidence, confidence: null } : evidence
}
