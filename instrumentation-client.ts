import { config } from 'zod/v4/core'

// Next runs this before any other code in the browser. zod's faster way makes code of text, which the policy of the
// pages forbids: it would try with the first schema, and the browser complain.
config({ jitless: true })
