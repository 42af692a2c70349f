import path from 'node:path'
import { openDeskClient } from './desk-client'
import type { Counted, Desk } from './invariants'
import type { Program } from './program'
import { openScreen } from './screen'

type Opening = {
  programs: Program[]
  /** Where people reach the desk. */
  url: string
  folder: string
  counted: () => Promise<Counted> | Counted
}

/** Starts the programs one after the other and opens a screen of the administrator's. */
export async function openDesk({ programs, url, folder, counted }: Opening): Promise<Desk> {
  for (const program of programs) {
    program.launch()
    await program.untilUp()
  }
  const client = await openDeskClient(url)
  return {
    client,
    screen: openScreen(client),
    folder: path.join(folder, 'data'),
    counted: async () => counted(),
  }
}
