import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { moveInto } from '../../../src/util/move-into.js'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'move-into-'))
  for (const folder of ['source/sub', 'destination', 'outside'])
    mkdirSync(join(root, folder), { recursive: true })
  writeFileSync(join(root, 'source/sub/file'), 'new')
  writeFileSync(join(root, 'source/other'), 'new')
  writeFileSync(join(root, 'outside/kept'), 'old')
})
afterEach(() => rmSync(root, { recursive: true }))

const move = () => moveInto(join(root, 'source'), join(root, 'destination'))

test('adds files to a directory that has others', () => {
  writeFileSync(join(root, 'destination/present'), 'old')
  writeFileSync(join(root, 'destination/other'), 'old')
  move()
  expect(readdirSync(join(root, 'destination')).sort()).toEqual(['other', 'present', 'sub'])
  expect(readFileSync(join(root, 'destination/other'), 'utf8')).toBe('new')
  expect(readdirSync(root)).not.toContain('source')
})

test('writes nothing through links in the destination', () => {
  symlinkSync(join(root, 'outside'), join(root, 'destination/sub'))
  symlinkSync(join(root, 'outside/kept'), join(root, 'destination/other'))
  move()
  expect(readdirSync(join(root, 'outside'))).toEqual(['kept'])
  expect(readFileSync(join(root, 'outside/kept'), 'utf8')).toBe('old')
  expect(readFileSync(join(root, 'destination/sub/file'), 'utf8')).toBe('new')
  expect(lstatSync(join(root, 'destination/other')).isFile()).toBe(true)
})
