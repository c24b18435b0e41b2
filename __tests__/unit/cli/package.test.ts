import { execFileSync } from 'node:child_process'
import { accessSync, constants, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import * as entries from '../../../src/index.js'
import { root } from '../../support/workflow-files.js'

const { bin, files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const command = join(root, bin['evaluator-action'])

test('npx finds the command, which only imports and calls an entry', () => {
  accessSync(command, constants.X_OK)
  expect(entries).toHaveProperty('evaluatorAction')
  expect(readFileSync(command, 'utf8')).toBe(
    [
      '#!/usr/bin/env node',
      "import { evaluatorAction } from '../dist/index.js'",
      '',
      "await evaluatorAction(new URL('../', import.meta.url))\n",
    ].join('\n'),
  )
})

test('the package contains what the command reads: its entry, the bundle and action.yml', () => {
  expect(files).toEqual(['action.yml', 'bin', 'dist'])
  const packed = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
    }),
  )
  const paths = packed[0].files.map(({ path }: { path: string }) => path)
  expect(paths).toEqual(
    expect.arrayContaining([
      'package.json',
      'action.yml',
      'bin/evaluator-action.js',
      'dist/index.js',
      'dist/package.json',
    ]),
  )
})
