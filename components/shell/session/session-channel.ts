const channelName = 'intray.session'

/** Tells all tabs of this browser, this one as well, that somebody signed in or out. */
export function notifyTabs(): void {
  const channel = new BroadcastChannel(channelName)
  channel.postMessage('changed')
  channel.close()
}

/** Returns the way to stop listening. */
export function watchTabs(onChange: () => void): () => void {
  const channel = new BroadcastChannel(channelName)
  channel.onmessage = onChange
  return () => channel.close()
}
