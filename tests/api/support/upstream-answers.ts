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
/** A 402 as the contract has it (§6). */
export const quotaSpent = {
  status: 402,
  body: {
    error: 'Monthly conversion quota exceeded',
    quota: 100,
    used: 100,
    resetDate: '2099-01-01T00:00:00.000Z',
  },
}
export const broken = {
  status: 500,
  body: { message: 'Internal server error: Failed to initiate step processing' },
}
