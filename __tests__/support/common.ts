import { fileURLToPath } from 'node:url'

/** The folder of the clone. */
export const root = fileURLToPath(new URL('../../..', import.meta.url))
/** The API tokens of the sandbox's organizations. */
export const token = 'acme-api-token-for-tests-0123456789'
export const otherToken = 'globex-api-token-for-tests-987654321'
