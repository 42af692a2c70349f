/** A 429 as the contract has it (§2.3). */
export const rateLimited = {
  status: 429,
  body: {
    error: 'Rate limit exceeded',
    limitType: 'minute',
    limit: 60,
    remaining: 0,
    resetTime: 0,
    retryAfter: 7,
  },
}
export const broken = {
  status: 500,
  body: { message: 'Internal server error: Failed to initiate step processing' },
}
