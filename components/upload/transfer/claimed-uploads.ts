const prefix = 'intray-upload:'
const claimedHere = new Set<string>()

/** Marks an upload as being sent by this tab, for all tabs; returns how to let it go. A closed tab lets go by itself. */
export function claimUpload(uploadUrl: string): () => void {
  claimedHere.add(uploadUrl)
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  // Web Locks exist only on https and localhost; elsewhere the claim holds within this tab.
  void navigator.locks?.request(prefix + uploadUrl, () => held)
  return () => {
    claimedHere.delete(uploadUrl)
    release()
  }
}

/** Addresses of the uploads that some tab is sending right now. */
export async function listClaimedUploads(): Promise<Set<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {}
  const names = held.map(({ name = '' }) => name).filter((name) => name.startsWith(prefix))
  return new Set([...claimedHere, ...names.map((name) => name.slice(prefix.length))])
}

/** Marks a kept file as this tab's; null where another tab has it. Two tabs never send the same file. */
export function claimKeptFile(id: string): Promise<(() => void) | null> {
  if (!navigator.locks) return Promise.resolve(() => undefined)
  return new Promise((answer) => {
    const held = (lock: Lock | null) =>
      lock ? new Promise<void>((release) => answer(release)) : answer(null)
    navigator.locks.request(`intray-kept:${id}`, { ifAvailable: true }, held).catch(() => answer(null))
  })
}
