import type { Paper } from '@/engine/extract/paper/paper'
import type { CandidateType } from '@/engine/extract/schema/trade-fields'
import { listAmounts } from './amount-candidates'
import type { Candidate } from './candidate'
import { listCodes } from './code-candidates'
import { listDates } from './date-candidates'
import { listNames } from './name-candidates'
import { listIbans, listTaxIds, listTimes } from './number-candidates'

const makers: { [type in CandidateType]: (paper: Paper) => Candidate[] } = {
  amount: listAmounts,
  date: listDates,
  code: listCodes,
  name: listNames,
  tax_id: listTaxIds,
  iban: listIbans,
  time: listTimes,
}

/** Everything on a paper that has the form of a type. */
export function collectCandidates({ paper, type }: { paper: Paper; type: CandidateType }): Candidate[] {
  return makers[type](paper)
}
