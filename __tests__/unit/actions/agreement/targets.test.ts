import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { findTargets } from '../../../../src/actions/agreement/targets.js'
import { openProject } from '../../../../src/platforms/kili/client.js'
import { Agreeing, apiKey } from '../../../support/agreeing.js'

let job: Agreeing
beforeAll(async () => {
  job = await Agreeing.start()
})
afterAll(() => job.stop())

test('refuses a file that got a second prediction of an asset after it was checked', async () => {
  job.newProject()
  job.addAssets(['a.jpg', 'b.jpg'])
  job.write(
    'predictions.json',
    ['a.jpg', 'b.jpg', 'a.jpg'].map((external_id) => ({ external_id, category: 'RED' })),
  )
  const { signal } = new AbortController()
  const kili = await openProject(new URL(job.endpoint), apiKey, job.project.id, signal)
  const file = join(job.workspace, 'predictions.json')
  const color = { name: 'COLOR', categories: new Set(['RED']), single: true, alone: true }
  await expect(findTargets(kili, file, { job: color, createAssets: false })).rejects.toThrow(
    `${file} was changed while the action was reading it: keep it as it is.`,
  )
})
