import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from '@jest/globals'
import { SCAN_VERSION } from '../../../../src/image/verify/layer-scan.js'
import { secretForms } from '../../../../src/runtime/secrets.js'

const sources = fileURLToPath(new URL('../../../../../src/', import.meta.url))

/** The code that decides what a scan finds in a layer. */
const deciding = [
  'image/verify/layer-scan.ts',
  'image/verify/secret-search.ts',
  'image/verify/byte-search.ts',
  'image/verify/git-config.ts',
  'image/layers/blobs.ts',
  'image/layers/tar.ts',
  'runtime/secret-encodings.ts',
  'runtime/secret-lines.ts',
  'runtime/untrusted-text.ts',
]
const pinned = { version: 5, hash: '8054723ed83dc1a6' }

function codeOf(file: string): string {
  const lines = readFileSync(`${sources}${file}`, 'utf8').split('\n')
  return lines.filter((line) => !/^\s*(\/\/|\/?\*|$)/.test(line)).join('\n')
}

test('a change to the code that scans layers requires a new SCAN_VERSION', () => {
  const code = [...deciding.map(codeOf), secretForms.toString()].join('\n')
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 16)
  if (SCAN_VERSION !== pinned.version || hash !== pinned.hash)
    throw new Error(
      `The code that reads layers has changed. If it may now find something else in the same layer, raise SCAN_VERSION in src/image/verify/layer-scan.ts. Then pin both here: version: ${SCAN_VERSION}, hash: '${hash}'.`,
    )
})
