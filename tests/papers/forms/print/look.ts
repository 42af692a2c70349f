import type { FontFamily } from '../../paper'
import type { Random } from '../../random'
import type { Look } from './frame'

export function chooseLook(random: Random): Look {
  return {
    font: random.weighted<FontFamily>([
      ['sans', 6],
      ['serif', 3],
      ['condensed', 2],
      ['mono', 1],
    ]),
    size: random.pick([8, 8.5, 9, 9, 9.5, 10, 10, 10.5, 11, 12]),
    labelShare: random.pick([0.7, 0.75, 0.8, 0.9, 1]),
    labelBold: random.chance(0.4),
    valueBold: random.chance(0.12),
    labelColour: random.weighted<string | undefined>([
      [undefined, 6],
      ['#555555', 2],
      ['#1f3a5f', 1],
      ['#7a7a7a', 1],
    ]),
    capitals: random.chance(0.13),
    colon: random.weighted([
      [':', 5],
      ['', 4],
      [' :', 0.8],
      [' -', 0.2],
    ]),
    numbering: random.chance(0.1)
      ? random.pick(['{n}. ', '{n}. ', '({n}) ', '{n}a. ', '{n}) ', '1.{n} '])
      : '',
    mark: random.weighted([
      ['', 30],
      [' *', 1],
      ['*', 1],
    ]),
    spacing: random.pick([1.2, 1.25, 1.3, 1.4, 1.55]),
    accent: random.pick(['#000000', '#000000', '#1f3a5f', '#7a1f1f', '#2d6a4f', '#444444']),
    rule: random.pick([0.4, 0.5, 0.7, 1]),
    ruleColour: random.pick(['#000000', '#000000', '#888888', '#bbbbbb', '#1f3a5f']),
  }
}

export function choosePaperSize(random: Random): { width: number; height: number } {
  return random.weighted([
    [{ width: 595, height: 842 }, 12],
    [{ width: 612, height: 792 }, 7],
    [{ width: 842, height: 595 }, 1.2],
    [{ width: 420, height: 595 }, 1],
    [{ width: 612, height: 1008 }, 0.5],
  ])
}
