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
