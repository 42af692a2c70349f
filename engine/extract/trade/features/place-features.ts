import { rightOf } from '@/engine/extract/layout/box'
import { isStrip, printOf } from '@/engine/extract/layout/print'
import { splitCell, surroundingsOf } from '@/engine/extract/layout/surroundings'
import type { Paper } from '@/engine/extract/paper/paper'
import type { Candidate } from '../candidates/candidate'
import { featuresOfLabel, featuresOfRow } from './text-features'

const labelWords = 6

/** What tells of every candidate: its labels, the rows around it, and where and how large it is printed. */
export function featuresOfPlace({ paper, candidate }: { paper: Paper; candidate: Candidate }): string[] {
  const { segment, words, line } = candidate
  const { before, behind } = splitCell({ segment, words })
  const around = surroundingsOf({ layout: paper.layout, segment })
  const [left, left2] = around.left
  const [above, above2, ...higher] = around.above
  const head = higher.find((one) => paper.labels.has(one)) ?? null
  const label = before.length > 0 ? 'in' : left ? 'left' : 'none'
  const labelled = before.length > 0 ? before.slice(-labelWords) : (left?.words.slice(-labelWords) ?? [])
  const home = before.length > 0 ? segment : (left ?? null)
  const isHead = around.blockHead === segment
  return [
    `from:${label}`,
    ...featuresOfLabel({ prefix: 'l', words: labelled, segment: home, paper, detail: 'letters' }),
    ...(before.length > 0 && left
      ? featuresOfLabel({
          prefix: 'l2',
          words: left.words.slice(-labelWords),
          segment: left,
          paper,
          detail: 'words',
        })
      : featuresOfLabel({
          prefix: 'l2',
          words: left2?.words.slice(-labelWords) ?? [],
          segment: left2 ?? null,
          paper,
          detail: 'concepts',
        })),
    ...featuresOfLabel({
      prefix: 'a',
      words: above?.words.slice(0, labelWords) ?? [],
      segment: above ?? null,
      paper,
      detail: 'letters',
    }),
    ...featuresOfLabel({
      prefix: 'a2',
      words: above2?.words.slice(0, labelWords) ?? [],
      segment: above2 ?? null,
      paper,
      detail: 'concepts',
    }),
    ...featuresOfLabel({ prefix: 'h', words: head?.words ?? [], segment: head, paper, detail: 'concepts' }),
    ...(isHead
      ? ['b:self']
      : featuresOfLabel({
          prefix: 'b',
          words: around.blockHead.words.slice(0, labelWords),
          segment: around.blockHead,
          paper,
          detail: 'words',
        })),
    `b:index:${Math.min(around.blockIndex, 6)}`,
    ...featuresOfRow({ prefix: 'r', text: behind.map((word) => word.text).join(' ') }),
    ...featuresOfRow({ prefix: 'rn', text: around.right?.text ?? '' }),
    `cells:${Math.min(line.segments.length, 6)}`,
    `nth:${line.segments.indexOf(segment)}`,
    `last:${line.segments.at(-1) === segment && behind.length === 0}`,
    ...featuresOfPosition({ paper, candidate }),
  ]
}

function featuresOfPosition({
  paper,
  candidate: { segment, words },
}: {
  paper: Paper
  candidate: Candidate
}): string[] {
  const laid = paper.layout.pages[segment.pageIndex]
  const [first] = words
  const last = words.at(-1)
  if (!laid || !first || !last) return []
  const print = printOf(laid)
  const tenths = (share: number) => Math.max(0, Math.min(9, Math.floor(share * 10)))
  const across = (x: number) => (x - print.x) / Math.max(1, print.width)
  const y = tenths((first.box.y - print.y) / Math.max(1, print.height))
  const height = first.box.height / Math.max(0.1, laid.lineHeight)
  const size = height < 0.8 ? 'small' : height < 1.15 ? 'usual' : height < 1.6 ? 'large' : 'huge'
  const middle = across((first.box.x + rightOf(last.box)) / 2)
  const pages = paper.layout.pages.length
  const at = segment.pageIndex === 0 ? 'first' : segment.pageIndex === pages - 1 ? 'last' : 'middle'
  return [
    `y:${y}`,
    `x:${tenths(across(first.box.x))}`,
    `right:${tenths(across(rightOf(last.box)))}`,
    `yx:${y}:${tenths(across(first.box.x))}`,
    `middle:${Math.abs(middle - 0.5) < 0.06}`,
    `size:${size}`,
    `strip:${isStrip(laid)}`,
    `strip:${isStrip(laid)}:y:${y}`,
    `page:${at}:${pages > 1}`,
    `origin:${first.origin}`,
  ]
}
