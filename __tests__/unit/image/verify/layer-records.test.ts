import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { LayerRecords } from '../../../../src/image/verify/layer-records.js'
import type { FileFinding, ScannedLayer } from '../../../../src/image/verify/layer-scan.js'
import { secretForms } from '../../../../src/runtime/secrets.js'

const token = { label: 'the API token', value: 'canary-api-token-0123456789' }
const short = { label: 'a build secret', value: 'canary-short' }
const digest = `sha256:${'1f'.repeat(32)}`
const other = `sha256:${'2e'.repeat(32)}`

const scan = (changes: Partial<ScannedLayer> = {}): ScannedLayer => ({
  bytes: 2e9,
  files: 3,
  fileFindings: [{ kind: 'credential-file', path: 'opt/canary-path/.env' }],
  large: [{ path: 'opt/canary-path/weights.bin', size: 2e9, fingerprint: '2000000000-canary-print' }],
  ...changes,
})
const withSecret: FileFinding = { kind: 'secret-in-layer', path: 'opt/config', secret: token.label }

let caches: string
let layers: string
beforeEach(() => {
  caches = mkdtempSync(join(tmpdir(), 'layer-records-test-'))
  layers = join(caches, 'evaluator-action/layers')
})
afterEach(() => rmSync(caches, { recursive: true }))

/** As each run opens them anew. */
function records(secrets = [token, short]): LayerRecords {
  const opened = LayerRecords.of(secrets, caches)
  if (!opened) throw new Error('no records')
  return opened
}
const files = () => readdirSync(layers).map((name) => join(layers, name))
const only = () => files()[0] ?? ''

describe('what was found in a layer', () => {
  test('is known to the next run that looks for the same secrets, in any order', async () => {
    await records().remember(digest, scan())
    expect(await records([short, token]).recall(digest)).toEqual(scan())
    expect(await records().recall(other)).toBeUndefined()
  })

  test.each([
    ['another token', [{ ...token, value: 'canary-api-token-9876543210' }, short]],
    ['a secret more', [token, short, { label: 'new', value: 'canary-new-secret' }]],
    ['a secret fewer', [token]],
    ['the same characters, parted otherwise', [{ label: 'one', value: `${token.value}${short.value}` }]],
  ])('is not known to a run that looks for %s', async (_, secrets) => {
    await records().remember(digest, scan())
    expect(await records(secrets).recall(digest)).toBeUndefined()
  })

  test('is not remembered of a layer with a secret, nor of a small one, nor beyond a few megabytes', async () => {
    const many = Array.from({ length: 60_000 }, (_, n) => ({
      path: `opt/${'deep/'.repeat(10)}${n}`,
      size: 20_000,
      fingerprint: `20000-${n}`,
    }))
    for (const found of [{ fileFindings: [withSecret] }, { bytes: 16_000_000 }, { large: many }]) {
      await records().remember(digest, scan(found))
      expect(await records().recall(digest)).toBeUndefined()
    }
  })
})

describe('a file with a record', () => {
  beforeEach(() => records().remember(digest, scan()))

  test('is for its owner alone, and tells nobody the layer, what is in it, or a secret', () => {
    expect([layers, only()].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600])
    const told = `${only()}${readFileSync(only(), 'latin1')}`
    const secrets = [token, short].flatMap(({ value }) => secretForms(value))
    for (const text of ['canary', 'opt', 'env', digest.slice(7, 20), ...secrets])
      expect(told).not.toContain(text)
  })

  test.each<[string, (path: string) => void]>([
    ['forged', (path) => writeFileSync(path, JSON.stringify(scan({ fileFindings: [] })))],
    [
      'damaged',
      (path) =>
        writeFileSync(
          path,
          readFileSync(path).map((byte, at) => (at === 40 ? ~byte : byte)),
        ),
    ],
    ['cut off', (path) => truncateSync(path, statSync(path).size - 1)],
    ['cut off in its nonce', (path) => truncateSync(path, 5)],
    ['empty', (path) => truncateSync(path)],
    ['huge', (path) => truncateSync(path, 2 ** 40)],
    [
      'a link to something endless',
      (path) => {
        rmSync(path)
        symlinkSync('/dev/zero', path)
      },
    ],
    [
      'a pipe that nobody writes to',
      (path) => {
        rmSync(path)
        execFileSync('mkfifo', [path])
      },
    ],
  ])('that is %s counts for nothing, and is written anew', async (_, change) => {
    change(only())
    expect(await records().recall(digest)).toBeUndefined()
    await records().remember(digest, scan())
    expect(await records().recall(digest)).toEqual(scan())
    expect(files()).toHaveLength(1)
  })

  test('of another layer does not vouch for this one', async () => {
    const path = only()
    await records().remember(other, scan({ files: 4 }))
    const foreign = files().find((file) => file !== path) ?? ''
    copyFileSync(foreign, path)
    expect(await records().recall(digest)).toBeUndefined()
    expect(await records().recall(other)).toEqual(scan({ files: 4 }))
  })

  test('goes when there are a hundred that were used since', async () => {
    const years = (ago: number) => new Date(Date.now() - ago * 365 * 24 * 3600e3)
    const first = only()
    utimesSync(first, years(3), years(3))
    for (let n = 0; n < 99; n++) {
      writeFileSync(join(layers, `other-${n}`), '')
      utimesSync(join(layers, `other-${n}`), years(2), years(2))
    }
    expect(await records().recall(digest)).toEqual(scan())
    for (const one of [other, `${other}0`]) await records().remember(one, scan())
    expect(files()).toHaveLength(100)
    expect(files()).toContain(first)
    for (const one of [digest, other, `${other}0`]) expect(await records().recall(one)).toEqual(scan())
  })
})

describe('nothing is remembered, and nothing fails,', () => {
  test('without a secret that is too long to be guessed', () => {
    expect(LayerRecords.of([], caches)).toBeUndefined()
    expect(LayerRecords.of([short], caches)).toBeUndefined()
  })

  test.each([
    ['where a file stands in the way', () => join(caches, 'file')],
    ['where nobody may write', () => '/sys'],
    ['where nothing can be made', () => '/proc'],
    ['without a home', () => join(caches, 'home', '.cache')],
  ])('%s', async (_, place) => {
    writeFileSync(join(caches, 'file'), '')
    const records = LayerRecords.of([token], place())
    await records?.remember(digest, scan())
    expect(await records?.recall(digest)).toBeUndefined()
  })
})
