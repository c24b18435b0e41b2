/**
 * Renders every Markdown file of a folder like GitHub, light and dark, wide and narrow, and prints as JSON what they
 * show. Writes pictures to the same folder. Installs Chromium and the packages in this folder if they are missing.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { chromium } from '../setup/chromium.js'
import { packagesOf } from '../setup/packages.js'
import { meet } from '../setup/requirement.js'

const [, , folder = '.'] = process.argv
await meet([packagesOf('packages for rendering', import.meta.dirname), chromium])
const { openBrowser, show } = await import('./browser.js')

const browser = await openBrowser()
const seen = []
try {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.md'))) {
    const markdown = readFileSync(join(folder, file), 'utf8')
    const name = basename(file, '.md')
    for (const theme of /** @type {const} */ (['light', 'dark'])) {
      for (const width of [900, 400]) {
        const picture = join(folder, `${name}-${theme}-${width}.png`)
        const page = await show(browser, markdown, { theme, width, folded: 'all' }, picture)
        seen.push({ name, theme, width, ...page })
      }
    }
  }
} finally {
  await browser.close()
}
console.log(JSON.stringify(seen))
