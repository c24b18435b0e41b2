import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { reportsOf } from '../support/reports.js'
import { root } from './venv.js'

/** What one report shows with all folded sections open. See `scripts/rendering/browser.js`. */
interface Seen {
  name: string
  theme: 'light' | 'dark'
  width: number
  failures: string[]
  scrollWidth: number
  clientWidth: number
  elements: Record<string, number>
  links: string[]
  text: string
  drawn: { kind: string; text: string; active: number; width: number }[]
}

/** Names, messages and instructions that try to become more than text. */
const hostile = [
  '<img src=x onerror=alert(1)><script>alert(1)</script><svg onload=alert(1)>',
  '</td></table></details></article><h1>',
  '[a](javascript:alert(1)) ![b](http://evil.example/x.png) https://evil.example www.evil.example',
  '`x` ``` | ~~a~~ **b** $x$ &lt;b&gt; <!-- @octocat #1',
  '"] : 1, 2 %%{init: {"theme": "dark"}}%% click a href "javascript:alert(1)"; end',
].join(' ')

let folder: string
let seen: Seen[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rendering-'))
  const all = { plain: reportsOf(), hostile: reportsOf((text) => `${text} ${hostile}`) }
  for (const [kind, reports] of Object.entries(all))
    for (const [name, report] of Object.entries(reports))
      writeFileSync(join(folder, `${kind}.${name}.md`), report)
  const { stdout } = await promisify(execFile)('node', [join(root, 'scripts/rendering/render.js'), folder], {
    maxBuffer: 64 * 1024 * 1024,
  })
  seen = JSON.parse(stdout)
}, 15 * 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

describe('every report in light and dark, wide and narrow', () => {
  test('renders its content', () => {
    expect(seen).toHaveLength(2 * Object.keys(reportsOf()).length * 4)
    const pictures = readdirSync(folder).filter((name) => name.endsWith('.png'))
    expect(pictures).toHaveLength(seen.length)
    for (const picture of pictures) expect(statSync(join(folder, picture)).size).toBeGreaterThan(10_000)
  })

  test('has only diagrams that Mermaid can draw within the page width', () => {
    for (const { name, failures, drawn, width } of seen) {
      expect([name, failures]).toEqual([name, []])
      // Every report except the comments has a timeline.
      expect([name, drawn.map(({ kind }) => kind)]).toEqual([
        name,
        name.endsWith('.comment') ? [] : ['gantt'],
      ])
      for (const diagram of drawn) {
        expect(diagram.text).not.toContain('Syntax error')
        expect(diagram.width).toBeGreaterThan(width / 2)
        expect(diagram.width).toBeLessThanOrEqual(width)
      }
    }
  })

  test('fits into the page width', () => {
    const wide = seen.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    expect(wide.map(({ name, theme, width, scrollWidth }) => [name, theme, width, scrollWidth])).toEqual([])
  })
})

describe('hostile text', () => {
  const pairs = () =>
    seen
      .filter(({ name }) => name.startsWith('hostile.'))
      .map((page) => {
        const plain = seen.find(
          ({ name, theme, width }) =>
            name === page.name.replace('hostile', 'plain') && theme === page.theme && width === page.width,
        )
        return { page, plain }
      })

  test('creates no element and no link', () => {
    for (const { page, plain } of pairs()) {
      expect([page.name, page.elements]).toEqual([page.name, plain?.elements])
      expect([page.name, page.links]).toEqual([page.name, plain?.links])
      expect(page.drawn.map(({ active }) => active)).toEqual(page.drawn.map(() => 0))
    }
  })

  test('is visible unchanged', () => {
    for (const { page } of pairs()) {
      const text = page.text.replaceAll('\u200b', '')
      expect([page.name, text.includes(hostile)]).toEqual([page.name, true])
    }
  })

  test('appears as a label in a diagram', () => {
    const timelines = pairs().flatMap(({ page }) => page.drawn)
    expect(timelines.length).toBeGreaterThan(0)
    for (const { text } of timelines) expect(text).toContain('<img src=x onerror=alert(1)>')
  })
})
