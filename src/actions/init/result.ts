import type { GitHost } from './host.js'
import type { Plan } from './plan.js'
import { FIXTURE, WORKFLOW } from './templates.js'
import { inputNames, type Name, type Values } from './values.js'
import type { NewFile } from './write.js'

/** What is known at the end of a run. */
export interface InitResult {
  dryRun: boolean
  host?: GitHost
  plan?: Plan
  /** The files that were written; in a dry run those that would be. */
  files: readonly NewFile[]
  /** The paths of files that were there already. */
  kept: readonly string[]
}

/** The inputs that have to be set by hand. */
export function missingInputs({ plan }: Pick<InitResult, 'plan'>): Name[] {
  return inputNames.filter((name) => plan !== undefined && plan.values[name].value === undefined)
}

/** Describes each value and where it comes from. */
export function describeValues(values: Values): string[] {
  return [
    ...inputNames.map((name) => {
      const { value, source } = values[name]
      return value === undefined
        ? `${name}: not known: ${source}`
        : `${name}: ${JSON.stringify(value)} (${source})`
    }),
    `context: ${JSON.stringify(values.context)}`,
  ]
}

/** Returns what to do next, in order. */
export function nextSteps(result: InitResult): string[] {
  const { host, files, kept, plan } = result
  const missing = missingInputs(result)
  if (host?.kind === 'other')
    return [
      `${host.name} does not run GitHub Actions. Run the action as a command instead, in any CI or on your machine: see docs/local.md.`,
      `Try it with a dry run: ${commandLine(plan?.values)}`,
    ]
  const isWritten = files.some(({ path }) => path === WORKFLOW)
  const paths = files.map(({ path }) => path)
  return [
    ...(isWritten && missing.length > 0
      ? [`In ${WORKFLOW}, set ${missing.join(', ')}. Until then, the action fails and says so.`]
      : []),
    ...(isWritten
      ? [`In ${WORKFLOW}, replace OWNER by the account that hosts evaluator-action.`]
      : kept.includes(WORKFLOW)
        ? [`Compare ${WORKFLOW} with the values above; remove it to have it written again.`]
        : []),
    'Store your API token for the platform as the repository secret KOLENA_TOKEN: gh secret set KOLENA_TOKEN, or Settings > Secrets and variables > Actions. Pull requests do not use it.',
    ...(paths.length > 0
      ? [
          `Open a pull request, which builds and checks the evaluator: git switch -c evaluator-action && git add -- ${paths.map(quoted).join(' ')} && git commit -m "Publish the evaluator" && git push -u origin evaluator-action`,
        ]
      : []),
    'When it is merged, push a tag to publish a version, such as: git tag v1.0.0 && git push origin v1.0.0',
    ...(paths.includes(FIXTURE)
      ? [
          `Put samples into ${FIXTURE}, and remove the comment signs before verify: contract (docs/metrics.md).`,
        ]
      : []),
  ]
}

/** Says what the host means for the workflow; undefined for github.com. */
export function describeHost({ kind, name }: GitHost): string | undefined {
  if (kind === 'github') return undefined
  if (kind === 'none')
    return 'The repository has no remote yet. The workflow runs on github.com and on GitHub Enterprise; elsewhere, use the command line (docs/local.md).'
  if (kind === 'enterprise')
    return `${name} is GitHub Enterprise Cloud: the workflow runs there if the enterprise allows these actions (docs/runners.md).`
  if (kind === 'other')
    return `${name} does not run GitHub Actions, so no workflow is written. Use the command line (docs/local.md).`
  return `${name} is not github.com. On GitHub Enterprise Server, the workflow runs if the server has these actions (docs/runners.md). On other hosts, use the command line (docs/local.md).`
}

/** Returns the command that does a dry run. Its values are quoted for a shell. */
function commandLine(values: Values | undefined): string {
  const given = inputNames.map((name) => `--${name}=${quoted(values?.[name].value ?? '…')}`)
  const context = values && values.context !== '.' ? [`--context=${quoted(values.context)}`] : []
  return ['evaluator-action --dry-run', ...given, ...context].join(' ')
}

function quoted(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}
