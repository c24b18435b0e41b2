/**
 * Creates the pictures in docs/pictures: the report of each action as GitHub shows it, and the metrics of a pull request
 * that changes a threshold of the example.
 */
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { reportsOf } from '../build/__tests__/support/reports.js'
import { pullRequest, pushTag } from '../build/sandbox/runner/events.js'
import { comparison, contractInputs, startExample } from './example.js'
import { chromium } from './setup/chromium.js'
import { provideClientImage } from './setup/client-image.js'
import { run } from './setup/command.js'
import { packagesOf } from './setup/packages.js'
import { pngquant } from './setup/pngquant.js'
import { meet } from './setup/requirement.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const pictures = join(root, 'docs/pictures')
const shown = ['publish', 'comment', 'model', 'evaluate', 'scenario-test', 'agreement', 'lambda', 'metrics']

await meet([packagesOf('packages for rendering', join(root, 'scripts/rendering')), chromium, pngquant])
const { openBrowser, show } = await import('./rendering/browser.js')
mkdirSync(pictures, { recursive: true })
const reports = { ...reportsOf(), metrics: await metricsOfPullRequest() }
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

/** Publishes the example, and returns the part of a pull request's summary that compares metrics with it. */
async function metricsOfPullRequest() {
  const image = await provideClientImage()
  if (!image) throw new Error('The picture of the metrics needs the client from PyPI')
  const example = await startExample()
  try {
    await example.run(pushTag('v1.2.3'), contractInputs(image))
    example.lowerThreshold()
    const { summary } = await example.run(pullRequest({ title: 'Lower the threshold' }), {
      ...contractInputs(image),
      ...comparison,
    })
    const [head] = summary.split('\n\n')
    const start = summary.indexOf('### Metrics: before')
    return `${head}\n\n${summary.slice(start, summary.indexOf('### Contract'))}`
  } finally {
    await example.stop()
  }
}
