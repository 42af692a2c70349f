import { createHash, randomBytes } from 'node:crypto'
import { hostname } from 'node:os'

const blockSize = 36 ** 4
let counter = randomBytes(4).readUInt32BE() % blockSize

/** A CUID version 1, as the contract's ids are: `c`, then 8 characters of time, 4 of count, 4 of host, 8 of chance. */
export function createId(now: Date = new Date()): string {
  counter = (counter + 1) % blockSize
  return `c${inBase36(now.getTime(), 8)}${inBase36(counter, 4)}${fingerprint}${randomBlock()}${randomBlock()}`
}

function inBase36(value: number, length: number): string {
  return value.toString(36).padStart(length, '0').slice(-length)
}

function randomBlock(): string {
  return inBase36(randomBytes(6).readUIntBE(0, 6), 4)
}

const fingerprint = inBase36(
  createHash('sha256').update(`${hostname()}:${process.pid}`).digest().readUInt32BE(),
  4,
)
