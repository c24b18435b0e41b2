import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { openRegistry } from '../../../sandbox/index.js'
import { startProcess } from '../../../sandbox/registry/process.js'

const folder = mkdtempSync(join(tmpdir(), 'registry-process-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function writeProgram(name: string, ...lines: string[]): string {
  const path = join(folder, name)
  writeFileSync(path, ['#!/bin/sh', ...lines].join('\n'))
  chmodSync(path, 0o755)
  return path
}

test('a registry that cannot start is reported with its log', async () => {
  const program = writeProgram('refusing', 'echo "configuration error: no storage" >&2', 'exit 3')
  await expect(startProcess(program, 'config.yml')).rejects.toThrow(/exit code 3.*\n.*no storage/)
})

test('a missing program is reported with its path', async () => {
  const program = join(folder, 'none')
  await expect(startProcess(program, 'config.yml')).rejects.toThrow(program)
})

test('a registry that crashes later is reported with its log', async () => {
  const program = writeProgram('crashing', `exec ${process.execPath} ${join(folder, 'crash.cjs')}`)
  writeFileSync(
    join(folder, 'crash.cjs'),
    `const server = require('node:http').createServer((_, response) => {
       response.end()
       setTimeout(() => { console.error('panic: disk full'); process.exit(2) }, 50)
     })
     server.listen(0, '127.0.0.1', () => console.error('listening on 127.0.0.1:' + server.address().port))`,
  )
  const { stopped, stop } = await startProcess(program, 'config.yml')
  await expect(stopped).rejects.toThrow(/exit code 2.*\n.*listening on.*\npanic: disk full/)
  await expect(stop()).rejects.toThrow('panic: disk full')
})

test('a registry that cannot be started leaves no folder behind', async () => {
  const note = join(folder, 'config-path')
  const program = writeProgram('leaving', `echo "$2" > ${note}`, 'exit 1')
  await expect(openRegistry({ program })).rejects.toThrow('exit code 1')
  expect(existsSync(dirname(readFileSync(note, 'utf8').trim()))).toBe(false)
})
