import { isMap, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml'
import { groupBy } from '../util/group-by.js'
import { isList, refused, wordsOf } from './flags.js'

const usage = `Publishes a model evaluator from this machine, as the GitHub Action of this name does from a workflow:
builds its image, verifies it, pushes it, registers it, and prints the outputs as JSON. What happens
meanwhile is told on standard error.

  evaluator-action --workflow NAME --evaluator-name NAME --image NAME [--dry-run]
  evaluator-action --evaluators evaluators.yml [--dry-run]

Without --dry-run it publishes, and needs the platform's API token in the variable KOLENA_TOKEN.
Paths are relative to the present directory. A flag with ITEM may be repeated.`

const notFlags =
  '\nNot flags, since others can read what stands in a command line, and the history of the shell keeps it:'

const ending = `
Beside the inputs of the action:
  --summary FILE
      Writes the report of the run to this file, as Markdown.
  --version
      Prints the version.
  -h, --help
      Prints this text.

Exit codes:
  0    published, or ready to be
  1    failed, or a gate did not pass
  2    flags or inputs that cannot be used; nothing was built, sent or changed
  130  cancelled by SIGINT (Ctrl-C); 143 by SIGTERM, 129 by SIGHUP
`

/** One input, as action.yml has it. */
interface Input {
  name: string
  /** The comment above it, or above those that it goes with. */
  group: string
  description: string
  fallback: string | undefined
}

/**
 * The text of --help.
 * @param action the text of the root action.yml
 * @param columns how wide it may be
 */
export function helpText(action: string, columns: number): string {
  const inputs = inputsOf(action).filter(({ name }) => !Object.hasOwn(refused, name))
  const instead = Object.entries(refused).map(([name, text]) => wrap(`${name} ${text}.`, columns, '  '))
  const groups = [...groupBy(inputs, ({ group }) => group)].map(([group, members]) =>
    [`\n${group}:`, ...members.map((input) => describe(input, columns))].join('\n'),
  )
  return [usage, ...groups, notFlags, ...instead, ending].join('\n')
}

function describe({ name, description, fallback }: Input, columns: number): string {
  const text = fallback === undefined ? description : `${description} Default: \`${fallback}\`.`
  return `  --${name} ${placeholder(name)}\n${wrap(text, columns, '      ')}`
}

function placeholder(name: string): string {
  const words = wordsOf(name)
  if (words.includes('true')) return `[${words.join('|')}]`
  return words.join('|') || (isList(name) ? 'ITEM' : 'VALUE')
}

function inputsOf(action: string): Input[] {
  const inputs = parseDocument(action).get('inputs')
  if (!isMap(inputs)) throw new Error('action.yml has no inputs')
  // The parser gives the comment above the first one to the mapping as a whole.
  let group = inputs.commentBefore?.trim() ?? ''
  return (inputs.items as Pair<unknown, YAMLMap>[]).map(({ key, value }) => {
    if (isScalar(key) && key.commentBefore) group = key.commentBefore.trim()
    const fallback = value?.get('default')
    return {
      name: String(key),
      group,
      description: String(value?.get('description')),
      fallback: fallback === undefined ? undefined : String(fallback),
    }
  })
}

function wrap(text: string, columns: number, indentation: string): string {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`
    if (lines.length > 0 && longer.length <= columns) lines[lines.length - 1] = longer
    else lines.push(indentation + word)
  }
  return lines.join('\n')
}
