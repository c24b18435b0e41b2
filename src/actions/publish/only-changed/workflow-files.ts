import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs'
import { opendir } from 'node:fs/promises'
import { join, normalize } from 'node:path'
import { NotReusable } from '../../../image/reuse/not-reusable.js'
import { messageOf } from '../../../runtime/errors.js'
import type { Event } from '../../../runtime/event.js'
import { parseYaml } from '../../../runtime/yaml.js'
import type { fields } from '../fields.js'
import type { Comparison } from './comparison.js'

/** Inputs that decide neither the image nor its verification, so that it does not matter where they come from. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set<keyof typeof fields>([
  ...(['secret', 'secret-env', 'aws-assume-role', 'trust-policy', 'register'] as const),
  ...(['api-token', 'api-url', 'organization', 'github-token', 'comment'] as const),
  ...(['image', 'tags', 'image-reference', 'create-repository', 'tag-immutability'] as const),
  ...(['registry', 'registry-username', 'registry-password'] as const),
  ...(['dry-run', 'allow-fork-code', 'concurrency', 'shard', 'only'] as const),
  ...(['cache-from', 'cache-to', 'builder', 'outputs', 'reuse', 'reuse-maximum-age'] as const),
  // The values of secrets are not compared.
  ...(['secrets', 'secret-envs'] as const),
])

/** Expressions whose value does not depend on the commit. */
const FIXED = /^\s*(secrets\.[\w-]+|vars\.[\w-]+|github\.(token|repository|repository_owner|workspace))\s*$/i

/** What the workflow files say about the inputs of the step. */
export interface StepInputs {
  /** Inputs that an expression sets, whose values for another commit are unknown. */
  variable: ReadonlySet<string>
}

/**
 * Reads which inputs of the step depend on the commit. Returns why that, or the whole step, differs from the base
 * commit or is unknown, in words that follow "because".
 * @param base the directory of the base commit's files
 */
export async function readStepInputs(
  { workflowRef, repository, actionRepository }: Event,
  base: string,
  comparison: Comparison,
): Promise<StepInputs | { reason: string }> {
  const [, owner, workflow] = /^([^/]+\/[^/]+)\/(\.github\/workflows\/[^@]+)@/.exec(workflowRef ?? '') ?? []
  if (workflow === undefined || owner?.toLowerCase() !== repository.toLowerCase())
    return { reason: 'the workflow that runs this step is not a file of this repository' }
  const files = await stepFiles(workflow, ['.', base])
  for (const file of files) {
    const difference = await comparison.file(file)
    if (difference !== undefined) return { reason: `${difference}, ${MATTERS}` }
  }
  const parsed = parseFiles(files.filter((file) => /\.ya?ml$/.test(file) && existsSync(file)))
  return 'reason' in parsed ? parsed : await readMappings(parsed, actionRepository, comparison)
}

const MATTERS = 'and it may decide the inputs of this step'

type Mapping = Readonly<Record<string, unknown>>

/** Compares the local actions that are used, and returns the inputs of the step. */
async function readMappings(
  mappings: readonly Mapping[],
  actionRepository: string | undefined,
  comparison: Comparison,
): Promise<StepInputs | { reason: string }> {
  for (const action of localActions(mappings)) {
    if (action === '.') return { reason: 'the workflow uses the repository itself as an action' }
    const difference = await comparison.context(action, undefined)
    if (difference !== undefined) return { reason: `${difference}, ${MATTERS}` }
  }
  const remote = mappings.map(usedBy).find((used) => /^[^.].*\/\.github\/workflows\//.test(used))
  if (remote !== undefined)
    return { reason: `a workflow calls ${remote}, which may contain this step and is not compared` }
  const steps = mappings
    .filter((mapping) => isThisAction(usedBy(mapping), actionRepository))
    .map(inputsOf)
    .filter((inputs) => inputs.has('evaluators'))
  if (steps.length === 0) return { reason: 'no workflow or action of this repository contains this step' }
  const variable = steps.flatMap((inputs) => [...inputs].filter(([, value]) => !isFixed(value)))
  return { variable: new Set(variable.map(([name]) => name)) }
}

/** Returns the files that may contain the step: its workflow, workflows that others call, and local actions. */
async function stepFiles(workflow: string, roots: readonly string[]): Promise<string[]> {
  const found = new Set([workflow])
  for (const root of roots)
    for await (const path of filesBelow(root))
      if (mayContainStep(root, path)) {
        if (path.includes('\uFFFD')) throw new NotReusable(`the name of ${path} is not UTF-8`)
        found.add(path)
      }
  return [...found].sort()
}

function mayContainStep(root: string, path: string): boolean {
  if (path.startsWith('.github/actions/') || /(^|\/)action\.ya?ml$/.test(path)) return true
  if (!/^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)) return false
  const file = join(root, path)
  return !lstatSync(file).isFile() || readFileSync(file, 'utf8').includes('workflow_call')
}

/** Lists the files and links below a directory, without those of Git and of Node's packages. */
async function* filesBelow(root: string, directory = ''): AsyncGenerator<string> {
  for await (const entry of await opendir(join(root, directory))) {
    const path = join(directory, entry.name)
    if (entry.isDirectory() && !NOT_ENTERED.has(entry.name)) yield* filesBelow(root, path)
    else if (entry.isFile() || entry.isSymbolicLink()) yield path
  }
}

const NOT_ENTERED = new Set(['.git', 'node_modules'])

/** Returns every mapping in the files, at any depth. */
function parseFiles(files: readonly string[]): Mapping[] | { reason: string } {
  const found = new Set<Mapping>()
  for (const file of files) {
    try {
      const document = parseYaml(readFileSync(file, 'utf8'))
      if (document.errors[0]) throw document.errors[0]
      addMappings(document.toJS(), found)
    } catch (error) {
      return { reason: `${file} cannot be read: ${messageOf(error)}` }
    }
  }
  return [...found]
}

function addMappings(value: unknown, found: Set<Mapping>): void {
  if (typeof value !== 'object' || value === null || found.has(value as Mapping)) return
  found.add(value as Mapping)
  for (const part of Object.values(value)) addMappings(part, found)
}

/** Returns the directories of local actions. One that is missing was not used before this step. */
function localActions(mappings: readonly Mapping[]): Set<string> {
  const paths = mappings.flatMap(({ uses }) =>
    typeof uses === 'string' && uses.startsWith('./') ? normalize(uses).replace(/\/$/, '') : [],
  )
  return new Set(paths.filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory()))
}

/** Returns what a step or a job uses, without the ref; an empty text for any other mapping. */
function usedBy({ uses = '' }: Mapping): string {
  return String(uses).split('@')[0] ?? ''
}

/** Returns whether a step uses this action, and not another one that contains it with inputs of its own. */
function isThisAction(used: string, actionRepository: string | undefined): boolean {
  if (actionRepository === undefined) return used.startsWith('./')
  return `${used}/`.toLowerCase().startsWith(`${actionRepository}/`.toLowerCase())
}

/** Returns the inputs of a step, by their names in lower case. */
function inputsOf({ with: given }: Mapping): Map<string, unknown> {
  return new Map(Object.entries(given ?? {}).map(([name, value]) => [name.toLowerCase(), value]))
}

function isFixed(value: unknown): boolean {
  const expressions = String(value).matchAll(/\$\{\{(.*?)(?:\}\}|$)/gs)
  return [...expressions].every(([, expression = '']) => FIXED.test(expression))
}

/** Returns whether an input decides the image or its verification. */
export function hasEffect(input: string): boolean {
  return !WITHOUT_EFFECT.has(input)
}
