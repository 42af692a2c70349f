import { parseArgs } from 'node:util'
import { describeMachine } from './engine/machine'
import { measureLatency } from './engine/measure-latency'
import { measureMemory } from './engine/measure-memory'
import { measureScans } from './engine/measure-scans'
import { measureText } from './engine/measure-text'
import { printTable, type Row, say } from './engine/table'

/**
 * Measures the engine through its HTTP door, beside programs that do a part of the same work, in the same minutes on
 * the same machine: `npm run bench:engine [-- --only text|scans|latency|memory] [--samples folder]`.
 */
const { values: options } = parseArgs({
  options: { only: { type: 'string' }, samples: { type: 'string' } },
})

const parts: Record<string, (samples: string | undefined) => Promise<Row[]>> = {
  text: measureText,
  scans: measureScans,
  latency: measureLatency,
  memory: measureMemory,
}

const startedAt = Date.now()
const machine = await describeMachine()
say(machine)
const rows: Row[] = []
for (const [name, measure] of Object.entries(parts)) {
  if (options.only && options.only !== name) continue
  say(`\n${name} …`)
  rows.push(...(await measure(options.samples)))
}
say(`\n${machine}`)
printTable(rows)
say(`measured in ${Math.round((Date.now() - startedAt) / 1000)} s`)
