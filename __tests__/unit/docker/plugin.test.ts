import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { findBuildx } from '../../../src/docker/plugin.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plugins-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Creates a directory of plugins that contains buildx, unless there is no mode. */
function directory(name: string, mode?: number): string {
  const path = join(folder, name)
  mkdirSync(path)
  if (mode === undefined) return path
  writeFileSync(join(path, 'docker-buildx'), '')
  chmodSync(join(path, 'docker-buildx'), mode)
  return path
}

const find = (...pluginDirectories: string[]) =>
  findBuildx({ directory: folder, env: {}, passOn: [], context: undefined, pluginDirectories }).command

test('runs docker’s first existing plugin as buildx', () => {
  const [empty, first, second] = [directory('empty'), directory('first', 0o755), directory('second', 0o755)]
  expect(find(join(folder, 'nowhere'), empty, first, second)).toBe(join(first, 'docker-buildx'))
  expect(find(second, first)).toBe(join(second, 'docker-buildx'))
})

test('follows a link to the plugin', () => {
  const [plugin, links] = [directory('plugin', 0o755), directory('links')]
  symlinkSync(join(plugin, 'docker-buildx'), join(links, 'docker-buildx'))
  expect(find(links)).toBe(join(links, 'docker-buildx'))
})

test('does not skip a plugin that is not executable: docker reports it', () => {
  const second = directory('second', 0o755)
  expect(find(directory('first', 0o644), second)).toBe('docker')
  const third = directory('third')
  mkdirSync(join(third, 'docker-buildx'))
  expect(find(third, second)).toBe('docker')
})
