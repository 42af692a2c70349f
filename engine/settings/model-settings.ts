/** A model that may be asked for what the rules left open: any endpoint that speaks OpenAI's chat protocol. */
export type ModelSettings = {
  /** Up to and without `/chat/completions`. */
  url: string
  name: string
  key: string | null
  /** From the end of the reading until the document is done without it, the time in line included. */
  timeoutMs: number
  /** Of the document's text that one call may carry. */
  maxPromptChars: number
}
