import 'server-only'
import { publicUrl } from '../env'

/** The same for each try of one mail (RFC 5322 §3.6.4). */
export function messageIdOf(id: string): string {
  return `<${id}@${new URL(publicUrl()).hostname}>`
}
