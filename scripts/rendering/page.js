/** Renders Markdown like GitHub: with its dialect, sanitizing and style sheet, and real Mermaid. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { rehypeGithubAlerts } from 'rehype-github-alerts'
import rehypeRaw from 'rehype-raw'
import rehypeSanitize from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'

const { resolve } = createRequire(import.meta.url)
/** Path of the Mermaid build that a page loads. */
export const mermaidScript = resolve('mermaid/dist/mermaid.min.js')

const github = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .use(rehypeSanitize)
  // Runs after the sanitizing, which would remove its classes. GitHub does the same.
  .use(rehypeGithubAlerts)
  .use(rehypeStringify)

/**
 * Returns the article of a page as HTML.
 * @param {string} markdown
 */
export async function articleOf(markdown) {
  return String(await github.process(markdown))
}

/**
 * Returns the style of a page.
 * @param {'light' | 'dark'} theme
 */
export function styleOf(theme) {
  return `${readFileSync(resolve(`github-markdown-css/github-markdown-${theme}.css`), 'utf8')}
    html { background: ${theme === 'dark' ? '#0d1117' : '#ffffff'} }
    body { margin: 0; padding: 24px }
    @media (max-width: 600px) { body { padding: 12px } }
    .mermaid-picture { margin-bottom: 16px; text-align: center }`
}
