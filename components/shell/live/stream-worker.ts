import { SharedStreams } from './shared-streams'

const streams = new SharedStreams()

addEventListener('connect', (event) => {
  const [port] = (event as MessageEvent).ports
  if (!port) return
  port.onmessage = ({ data }) => streams.receive(port, data)
})
