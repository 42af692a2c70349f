import 'server-only'
import { EventEmitter, once as onceEmitted } from 'node:events'
import { sql } from 'drizzle-orm'
import { db } from '../db/client'
import type { Database, Transaction } from '../db/connection'
import { once } from '../once'

/**
 * What there is to do stands in rows, each with the time it is due, and is claimed row by row; waking only says "look
 * now". So a wake may come twice, or be lost, without harm.
 */
export const queueNames = ['submit', 'track', 'sweep', 'mail', 'compare', 'learn'] as const
export type QueueName = (typeof queueNames)[number]

export const workChannel = 'intray_work'

/** Has the workers of every process look at the queue; in a transaction, when it commits. */
export async function wakeWorker(queue: QueueName, tx: Transaction | Database = db()): Promise<void> {
  await tx.execute(sql`select pg_notify(${workChannel}, ${queue})`)
}

export function emitWake(queue: string): void {
  emitter().emit(queue)
}

export function onWake(queue: QueueName, wake: () => void): void {
  emitter().on(queue, wake)
}

export async function sleepUntil({ queue, at }: { queue: QueueName; at: Date }): Promise<void> {
  const waiting = new AbortController()
  const timer = setTimeout(() => waiting.abort(), Math.max(0, at.getTime() - Date.now()))
  await onceEmitted(emitter(), queue, { signal: waiting.signal }).catch(() => undefined)
  clearTimeout(timer)
}

/** From the first word of a shutdown no new work is taken up. */
export function setStopping(stopping: boolean): void {
  shutdown().isStopping = stopping
}

export function isStopping(): boolean {
  return shutdown().isStopping
}

const emitter = () => once('wake', () => new EventEmitter().setMaxListeners(0))
const shutdown = () => once('shutdown', () => ({ isStopping: false }))
