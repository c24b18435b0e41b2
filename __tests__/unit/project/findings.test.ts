import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { findingKinds } from '../../../src/image/verify/findings.js'
import { findingExamples, findingsPage } from '../../support/finding-examples.js'
import { root } from '../../support/workflow-files.js'

test('the checks report every kind of finding', async () => {
  const ids = (await findingExamples()).map(({ id }) => id)
  expect(ids.sort()).toEqual(Object.keys(findingKinds).sort())
})

test('the page of findings is current', async () => {
  expect(readFileSync(join(root, 'docs/findings.md'), 'utf8')).toBe(await findingsPage())
})
