import type { ReviewChange } from '../outbox/review-change'
import { stamp } from '../outbox/stamp'

type Checked = { documentId: string; decisions: readonly ReviewChange[] }

/** Takes back that a document was checked and what was decided on the way to it, the last first: it is to review again. */
export function undoReview({ documentId, decisions }: Checked): ReviewChange[] {
  return [
    { kind: 'check', checked: false, documentId, ...stamp() },
    ...decisions.toReversed().flatMap((decision) => takenBack(decision)),
  ]
}

function takenBack(decision: ReviewChange): ReviewChange[] {
  if (decision.kind === 'check' || decision.kind === 'row') return []
  if (decision.kind === 'correct') {
    const { place: _place, ...typed } = decision
    return [{ ...typed, ...stamp(), value: decision.was, was: decision.value }]
  }
  const { kind, documentId, item } = decision
  return [{ kind, documentId, item, confirmed: false, ...stamp() }]
}
