/** The outcome of `work`, or `otherwise` where it keeps us waiting longer; the work itself goes on. */
export function withTimeout<Value, Otherwise>(waiting: {
  work: Promise<Value>
  timeoutMs: number
  otherwise: Otherwise
}): Promise<Value | Otherwise> {
  const { work, timeoutMs, otherwise } = waiting
  let timer: NodeJS.Timeout
  const timeout = new Promise<Otherwise>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), timeoutMs)
  })
  return Promise.race([work, timeout]).finally(() => clearTimeout(timer))
}
