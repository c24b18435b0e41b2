/** Creates the pictures in docs/pictures: the report of each action as GitHub shows it. */
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { reportsOf } from '../build/__tests__/support/reports.js'
import { chromium } from './setup/chromium.js'
import { run } from './setup/command.js'
import { packagesOf } from './setup/packages.js'
import { pngquant } from './setup/pngquant.js'
import { meet } from './setup/requirement.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const pictures = join(root, 'docs/pictures')
const shown = ['publish', 'comment', 'model', 'evaluate', 'scenario-test', 'agreement', 'lambda']

await meet([packagesOf('packages for rendering', join(root, 'scripts/rendering')), chromium, pngquant])
const { openBrowser, show } = await import('./rendering/browser.js')
mkdirSync(pictures, { recursive: true })
const reports = reportsOf()
const browser = await openBrowser()
try {
  for (const name of shown) {
    const picture = join(pictures, `${name}.png`)
    await show(browser, reports[name], { theme: 'light', width: 900, folded: 'Timeline' }, picture)
    run('pngquant', ['--force', '--ext', '.png', '--strip', '256', picture])
    console.log(`${picture}: ${Math.ceil(statSync(picture).size / 1024)} kB`)
  }
} finally {
  await browser.close()
}
