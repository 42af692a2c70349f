// Loaded by `node --import` before a process of the product: its clock is off by as many milliseconds as the file
// named by FAULTS_CLOCK says, and jumps when the file changes. Timers run on, as they do when a real clock is set.
import { readFileSync } from 'node:fs'

const RealDate = Date
/** A jump is seen by the next look at the clock but for those of the same instant. */
const instantMs = 5
let readAt = Number.NEGATIVE_INFINITY
let offsetMs = 0

function readOffset() {
  const at = performance.now()
  if (at - readAt < instantMs) return offsetMs
  readAt = at
  try {
    offsetMs = Number(readFileSync(process.env.FAULTS_CLOCK ?? '', 'utf8')) || 0
  } catch {
    offsetMs = 0
  }
  return offsetMs
}

const now = () => RealDate.now() + readOffset()
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length > 0 ? args : [now()], newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
})
