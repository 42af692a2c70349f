const channelName = 'intray.session'

/** Tells all tabs of this browser, this one as well, that somebody signed in or out. */
export function tellTabs(): void {
  const channel = new BroadcastChannel(channelName)
  channel.postMessage('changed')
  channel.close()
}

/** Returns the way to stop listening. */
export function hearTabs(onChange: () => void): () => void {
  const channel = new BroadcastChannel(channelName)
  channel.onmessage = onChange
  return () => channel.close()
}
