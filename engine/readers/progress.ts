let report: () => void = () => undefined

/** Who hears that a reading gets on; one per process. */
export function onProgress(listener: () => void): void {
  report = listener
}

/** Called at each part that is read, a line or so: on a busy machine a long scan takes its time, but never stops. */
export function reportProgress(): void {
  report()
}
