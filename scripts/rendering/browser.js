/** Renders pages in Chromium and reports what they show. */
import { chromium } from 'playwright-core'
import { findChromium } from '../setup/chromium.js'
import { articleOf, mermaidScript, styleOf } from './page.js'

/**
 * @typedef {object} Look
 * @property {'light' | 'dark'} theme
 * @property {number} width pixels
 * @property {'all' | 'none' | string} folded the folded sections to open: all, none, or those with a name
 */

/** Starts the browser with one page, and loads Mermaid once. */
export async function openBrowser() {
  // Chromium refuses to run as root in its sandbox. The pages are ours and load nothing.
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
  const page = await browser.newPage()
  // Reports must not load anything.
  await page.route('**/*', (route) => route.abort())
  // Without a doctype, tables do not inherit color and line height.
  await page.setContent('<!doctype html><html><head></head><body></body></html>')
  await page.addScriptTag({ path: mermaidScript })
  return { page, close: () => browser.close() }
}

/**
 * Renders Markdown and returns what the page shows.
 * @param {{ page: import('playwright-core').Page }} browser
 * @param {string} markdown
 * @param {Look} look
 * @param {string} picture path of the PNG file to write
 */
export async function show({ page }, markdown, { theme, width, folded }, picture) {
  await page.setViewportSize({ width, height: 600 })
  await page.evaluate(write, { style: styleOf(theme), article: await articleOf(markdown) })
  await page.evaluate(unfold, folded)
  const failures = await page.evaluate(drawDiagrams, theme)
  const seen = await page.evaluate(lookAround)
  await page.screenshot({ path: picture, fullPage: true })
  return { failures, ...seen }
}

// The following functions run in the page.
/* global document, mermaid */

/** @param {{ style: string, article: string }} content */
function write({ style, article }) {
  document.head.innerHTML = `<style>${style}</style>`
  document.body.innerHTML = `<article class="markdown-body">${article}</article>`
}

/** @param {string} folded */
function unfold(folded) {
  for (const section of document.querySelectorAll('details'))
    section.open = folded === 'all' || section.querySelector('summary')?.textContent === folded
}

/**
 * Replaces the code of each diagram with a drawing, like GitHub. Returns the diagrams that Mermaid refuses.
 * @param {string} theme
 */
async function drawDiagrams(theme) {
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    theme: theme === 'dark' ? 'dark' : 'default',
  })
  const failures = []
  for (const [index, code] of [...document.querySelectorAll('code.language-mermaid')].entries()) {
    // A diagram in a folded section has no width.
    if (code.closest('details:not([open])')) continue
    const picture = document.createElement('div')
    picture.className = 'mermaid-picture'
    code.parentElement.replaceWith(picture)
    try {
      const { svg } = await mermaid.render(`diagram-${index}`, code.textContent, picture)
      picture.innerHTML = svg
    } catch (error) {
      failures.push(String(error))
    }
  }
  return failures
}

/** Returns what a reader sees: whether the page is too wide, elements by name, link targets, texts and diagrams. */
function lookAround() {
  const { scrollWidth, clientWidth } = document.documentElement
  const article = document.querySelector('article')
  const pictures = [...article.querySelectorAll('.mermaid-picture')]
  const drawn = pictures.map((picture) => ({
    kind: picture.querySelector('svg')?.getAttribute('aria-roledescription') ?? '',
    text: picture.textContent,
    active: picture.querySelectorAll('script, img, a, iframe, [onerror], [onload], [onclick]').length,
    width: picture.querySelector('svg')?.getBoundingClientRect().width ?? 0,
  }))
  const links = [...article.querySelectorAll('a')].map(({ href }) => href)
  const text = article.textContent
  const elements = {}
  for (const element of article.querySelectorAll('*')) {
    if (element.closest('.mermaid-picture, .markdown-alert-title')) continue
    const name = element.tagName.toLowerCase()
    elements[name] = (elements[name] ?? 0) + 1
  }
  return { scrollWidth, clientWidth, elements, links, text, drawn }
}
