import { fileURLToPath } from 'node:url'

/** The folder of the clone. */
export const root = fileURLToPath(new URL('../../..', import.meta.url))
/** The API tokens of the sandbox's organizations. */
export const token = 'acme-api-token-for-tests-0123456789'
export const otherToken = 'globex-api-token-for-tests-987654321'

/**
 * The first lines of a Dockerfile whose image contains only a shell. For images that are pushed: an engine takes seconds
 * to compress the base image for a registry that does not have it.
 */
export const fromShell = [
  'FROM evaluator-base:bookworm AS base',
  "RUN mkdir /shell && cp --parents --dereference /bin/sh $(ldd /bin/sh | grep -o '/[^ ]*') /shell",
  'FROM scratch',
  'COPY --from=base /shell /',
].join('\n')
