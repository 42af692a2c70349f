import { parseArgs } from 'node:util'
import { measureDrop } from './desk/drop'
import { printHeading, printMachine, say } from './desk/figures'
import { measureFlights } from './desk/flights'
import { measureEmbeddedLists, measurePostgresLists } from './desk/list-databases'
import { measureUploads } from './desk/uploads'

/**
 * Measures the desk under load, each section by itself on this machine's loopback:
 * `npm run bench:desk -- [--only lists,uploads,flight,drop] [--embedded 100000] [--postgres 1000000] [--flight 1000] [--tabs 200]
 * [--files 500]`.
 * All sections with their usual numbers take about twenty minutes on two cores.
 */
const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: 'lists,uploads,flight,drop' },
    embedded: { type: 'string', default: '100000' },
    postgres: { type: 'string', default: '1000000' },
    flight: { type: 'string', default: '1000' },
    files: { type: 'string', default: '500' },
    tabs: { type: 'string', default: '200' },
  },
})
const isWanted = (section: string) => options.only.split(',').includes(section)

printMachine()
if (isWanted('lists')) {
  printHeading(
    'List and search: what the desk’s own functions take, in one process with the database’s client',
  )
  await measureEmbeddedLists(Number(options.embedded))
  await measurePostgresLists(Number(options.postgres))
}
if (isWanted('uploads')) {
  printHeading('Uploads of 100 MB: received, hashed and on the disk')
  await measureUploads()
}
if (isWanted('flight')) {
  printHeading('Documents in flight, watched by many tabs')
  await measureFlights({ documents: Number(options.flight), tabs: Number(options.tabs) })
}
if (isWanted('drop')) {
  printHeading('Files chosen at once in the browser')
  await measureDrop(Number(options.files))
}
say('')
process.exit(0)
