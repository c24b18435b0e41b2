import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from '@jest/globals'
import { prepareVenv, root, runClient } from './venv.js'

let zizmor: string
beforeAll(async () => {
  zizmor = join(await prepareVenv('zizmor==1.32.0'), 'zizmor')
}, 300_000)

/** Returns the findings of zizmor. */
async function findings(...args: string[]): Promise<unknown> {
  return JSON.parse(await runClient(zizmor, ['--offline', '--format=json', ...args], {}))
}

test('zizmor finds nothing in our own workflows', async () => {
  expect(await findings(join(root, '.github'))).toEqual([])
})

test('zizmor finds nothing above low severity in the workflows that users copy', async () => {
  const config = join(root, '__tests__/compat/zizmor-examples.yml')
  // The low finding: checkout stores GitHub's token, since v6 outside the workspace and any build context.
  const examples = readdirSync(join(root, 'examples/workflows')).map((name) =>
    join(root, 'examples/workflows', name),
  )
  expect(await findings('--min-severity=medium', `--config=${config}`, ...examples)).toEqual([])
})
