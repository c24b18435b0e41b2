import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import {
  createPrivateDirectory,
  removePrivateDirectory,
  savedPrivateDirectory,
} from '../../../src/runtime/private-directory.js'

const name = 'evaluator-action-01234567-89ab-cdef-0123-456789abcdef'
let temp: string

beforeEach(() => {
  temp = realpathSync(mkdtempSync(join(tmpdir(), 'private-')))
  process.env.RUNNER_TEMP = temp
  process.env.GITHUB_STATE = join(temp, 'state')
})
afterEach(() => {
  for (const variable of ['RUNNER_TEMP', 'GITHUB_STATE', 'STATE_private-directory'])
    delete process.env[variable]
  rmSync(temp, { recursive: true, force: true })
})

test.each([
  ['is missing', () => join(temp, 'nowhere')],
  [
    'is a file',
    () => {
      writeFileSync(join(temp, 'file'), '')
      return join(temp, 'file')
    },
  ],
])('reports a RUNNER_TEMP that %s', (_, make) => {
  process.env.RUNNER_TEMP = make()
  expect(createPrivateDirectory).toThrow(
    /^The directory for temporary files, .* \(RUNNER_TEMP\), cannot be used: /,
  )
})

describe('the private directory', () => {
  test('lies in RUNNER_TEMP, for this user only, with a new name each time', () => {
    const [path, other] = [createPrivateDirectory(), createPrivateDirectory()]
    expect(path).toMatch(new RegExp(`^${temp}/evaluator-action-[0-9a-f-]{36}$`))
    expect(statSync(path).mode & 0o777).toBe(0o700)
    expect(other).not.toBe(path)
    expect(readFileSync(join(temp, 'state'), 'utf8')).toBe(
      `private-directory=${path}\nprivate-directory=${other}\n`,
    )
  })

  test('is not created if its path cannot be saved for the post step', () => {
    process.env.GITHUB_STATE = temp
    expect(createPrivateDirectory).toThrow()
    expect(readdirSync(temp)).toEqual([])
  })

  test('lies in the real directory if RUNNER_TEMP is a link', () => {
    mkdirSync(join(temp, 'real'))
    symlinkSync(join(temp, 'real'), join(temp, 'link'))
    process.env.RUNNER_TEMP = join(temp, 'link')
    const path = createPrivateDirectory()
    expect(path.startsWith(join(temp, 'real'))).toBe(true)
    process.env['STATE_private-directory'] = path
    expect(savedPrivateDirectory()).toBe(path)
  })

  test('is removed with its content, but without the targets of links, and may be gone already', () => {
    const path = createPrivateDirectory()
    mkdirSync(join(path, 'docker'), { mode: 0o700 })
    writeFileSync(join(temp, 'kept'), '')
    symlinkSync(temp, join(path, 'docker', 'buildx'))
    removePrivateDirectory(path)
    removePrivateDirectory(path)
    expect(existsSync(path)).toBe(false)
    expect(existsSync(join(temp, 'kept'))).toBe(true)
  })
})

describe('the directory that the post step removes', () => {
  test('is the saved one', () => {
    process.env['STATE_private-directory'] = join(temp, name)
    expect(savedPrivateDirectory()).toBe(join(temp, name))
  })

  test.each([
    ['nothing', () => undefined],
    ['the empty text', () => ''],
    ['RUNNER_TEMP itself', () => temp],
    ['another name', () => join(temp, 'work')],
    ['our name in another directory', () => `/home/${name}`],
    ['our name in a subdirectory', () => join(temp, 'a', name)],
    ['a path out of it', () => `${temp}/${name}/..`],
    ['a path through its parent', () => `${temp}/a/../${name}`],
    ['a relative path', () => name],
    ['our name with a suffix', () => join(temp, `${name}x`)],
    ['a second line', () => `${join(temp, name)}\n/home`],
  ])('is never %s, which a build may have forged', (_, path) => {
    const saved = path()
    if (saved !== undefined) process.env['STATE_private-directory'] = saved
    expect(savedPrivateDirectory()).toBeUndefined()
  })
})
