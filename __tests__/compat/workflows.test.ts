import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from '@jest/globals'
import { prepareVenv, root, runClient } from './venv.js'

let zizmor: string
beforeAll(async () => {
  zizmor = join(await prepareVenv('zizmor==1.32.0'), 'zizmor')
}, 300_000)

/** What zizmor finds, as JSON. */
async function findings(...args: string[]): Promise<unknown> {
  return JSON.parse(await runClient(zizmor, ['--offline', '--format=json', ...args], {}))
}

test('zizmor finds nothing in our own workflows', async () => {
  expect(await findings(join(root, '.github'))).toEqual([])
})

test('zizmor finds nothing of weight in the workflows that users copy', async () => {
  const config = join(root, '__tests__/compat/zizmor-examples.yml')
  // Low is that checkout keeps GitHub's token, which since v6 is not in the workspace and so in no build context.
  const examples = readdirSync(join(root, 'examples/workflows')).map((name) =>
    join(root, 'examples/workflows', name),
  )
  expect(await findings('--min-severity=medium', `--config=${config}`, ...examples)).toEqual([])
})
