import { describe, expect, it } from 'vitest'
import { pageOfText } from '@/tests/support/paper/page-of-text'
import { toPaper } from '../extract/paper/paper'
import { collectCandidates } from '../extract/trade/candidates/collect-candidates'
import { isSame, toSamples } from './samples'
import type { TrainingPaper } from './training-paper'

const reading = pageOfText(
  'Nordwind International Sdn Bhd',
  'Date  12/03/2018   Time  12:48:20',
  'Invoice  NW 2031-118',
  'Total  8.20',
)

function samplesOf(truth: TrainingPaper['truth']) {
  return toSamples({ paper: { id: 'a', source: 's', fold: 2, group: 'g', reading, truth }, weight: 0.5 })
}

describe('the samples of a paper', () => {
  it('mark the candidates that say what is true, and weigh as much as they are told', () => {
    const { total } = samplesOf({ total: 8.2 }).samples
    expect(total?.isRight.filter(Boolean)).toHaveLength(1)
    expect(total).toMatchObject({ weight: 0.5, isFindable: true })
  })

  it('end with "not printed", which is right where nothing is', () => {
    const { total, due_date: due } = samplesOf({ total: 8.2, due_date: null }).samples
    expect(total?.choices).toHaveLength((total?.candidates.length ?? 0) + 1)
    expect(total?.isRight.at(-1)).toBe(false)
    expect(due?.isRight.at(-1)).toBe(true)
    expect(due?.weight).toBe(0.5)
  })

  it('of a supplier have no "not printed": there always is one', () => {
    const { supplier } = samplesOf({ supplier: 'Nordwind International Sdn Bhd' }).samples
    expect(supplier?.choices).toHaveLength(supplier?.candidates.length ?? 0)
  })

  it('teach nothing where the truth is not among the candidates', () => {
    expect(samplesOf({ total: 99 }).samples.total).toMatchObject({ weight: 0, isFindable: false })
  })

  it('leave out what is not known', () => {
    expect(Object.keys(samplesOf({ total: 8.2 }).samples)).toEqual(['total'])
  })

  it('keep the company and the fold of their paper', () => {
    expect(samplesOf({ total: 8.2 }).paper).toMatchObject({ fold: 2, group: 'g', truth: { total: 8.2 } })
  })
})

describe('a candidate says what is true', () => {
  const paper = toPaper(reading)
  const says = (type: Parameters<typeof collectCandidates>[0]['type'], truth: string | number) =>
    collectCandidates({ paper, type }).some((candidate) => isSame({ candidate, truth }))

  it('whatever the case and the marks of a name or number', () => {
    expect(says('name', 'NORDWIND INTERNATIONAL SDN. BHD.')).toBe(true)
    expect(says('name', 'Nordwind')).toBe(false)
    expect(says('code', 'NW2031/118')).toBe(true)
  })

  it('to the cent, to the day, and to the minute', () => {
    expect([says('amount', 8.2), says('amount', 8.21)]).toEqual([true, false])
    expect([says('date', '2018-03-12'), says('date', '2018-12-03')]).toEqual([true, false])
    expect([says('time', '12:48'), says('time', '12:49')]).toEqual([true, false])
  })
})
