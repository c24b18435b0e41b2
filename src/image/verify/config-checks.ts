import type { LocalImage } from '../../docker/image.js'
import type { Place } from '../../runtime/log.js'
import { namesSecret } from '../../runtime/secrets.js'
import type { Instruction } from '../dockerfile/instructions.js'
import { splitArguments } from '../dockerfile/variables.js'
import type { AddedStep, HistoryEntry } from '../layers/history.js'
import { type Finding, finding } from './findings.js'
import type { SecretSearch } from './secret-search.js'

/** An image, described by its configuration and history. */
export interface DescribedImage {
  image: LocalImage
  history: readonly HistoryEntry[]
  /** The history entries that this build added; undefined if they are not known. */
  steps: readonly AddedStep[] | undefined
  /** The path of the Dockerfile in the workspace; undefined if there is none. */
  dockerfile: string | undefined
  /** The accepted platforms; by default only linux/amd64. */
  platforms?: readonly string[]
}

/** Checks the configuration and history of an image. */
export function checkConfig(described: DescribedImage, search: SecretSearch): Finding[] {
  const { image } = described
  const { entrypoint, command, platform, user } = image.facts
  const [program = '', flag] = entrypoint
  const place = placeOf(described, 'ENTRYPOINT')
  const findings: Finding[] = []
  if (entrypoint.length === 0 && command.length === 0)
    findings.push(finding('no-entrypoint', 'the image has neither ENTRYPOINT nor CMD', place))
  const { platforms = ['linux/amd64'] } = described
  if (!platforms.includes(platform))
    findings.push(
      finding('wrong-platform', `the image is for ${platform}, not for ${platforms.join(' or ')}`),
    )
  if (/(^|\/)(ba|da|a)?sh$/.test(program) && flag === '-c')
    findings.push(finding('shell-entrypoint', `the entry point is a shell: ${entrypoint.join(' ')}`, place))
  if (/^(root|0)(:|$)/.test(user))
    findings.push(finding('root-user', 'the evaluator runs as root', placeOf(described, 'USER')))
  return [...findings, ...checkSecrets(described, search), ...checkVariables(described)]
}

/** Finds secrets, plain or encoded, in the data that anyone who can pull the image can read. */
function checkSecrets({ image, history, steps, dockerfile }: DescribedImage, search: SecretSearch) {
  if (search.empty) return []
  const { environment, labels, facts } = image
  const config = { environment, labels, entrypoint: facts.entrypoint, command: facts.command }
  const inConfig = Object.entries(config).flatMap(([part, value]) => {
    const label = search.findIn(JSON.stringify(value))
    return label === undefined ? [] : [finding('secret-in-config', `${label} is in the image's ${part}`)]
  })
  const inHistory = history.flatMap(({ createdBy }, index) => {
    const label = search.findIn(createdBy)
    if (label === undefined) return []
    const step = steps?.[index - (history.length - steps.length)]
    const what = step ? `${step.instruction.keyword} instruction` : `history (step ${index + 1})`
    return [
      finding(
        'secret-in-config',
        `${label} is in the image's ${what}`,
        placeAt(dockerfile, step?.instruction.line),
      ),
    ]
  })
  return [...inConfig, ...inHistory]
}

/** Finds variables and build arguments that are named like a secret. Does not show their values. */
function checkVariables(described: DescribedImage): Finding[] {
  const { image, history, steps } = described
  const variables = image.environment.flatMap((pair) => named(pair, 'variable'))
  const made = (steps ?? history).flatMap(({ createdBy }) => argumentsIn(createdBy))
  const suspects = [...variables, ...made]
  const distinct = new Map(suspects.map((suspect) => [`${suspect.kind} ${suspect.name}`, suspect]))
  const secrets = [...distinct.values()].map(({ name, kind }) => {
    const id = name === 'KOLENA_TOKEN' ? 'token-variable' : 'secret-like-variable'
    const keyword = kind === 'variable' ? 'ENV' : 'ARG'
    return finding(id, `the ${kind} ${name} has a value in the image`, placeOf(described, keyword, name))
  })
  const gpu = image.environment.find((pair) => /^(NVIDIA_|CUDA_)\w+=/.test(pair))
  return gpu ? [...secrets, finding('gpu-image', `the image sets ${gpu.split('=')[0]}`)] : secrets
}

type Suspect = { name: string; kind: 'variable' | 'build argument' }

function named(pair: string, kind: Suspect['kind']): Suspect[] {
  const [, name = '', value = ''] = /^(\w+)=(.*)$/s.exec(pair) ?? []
  // A path such as /run/secrets/token is not a secret itself.
  return namesSecret(name) && value !== '' && !value.startsWith('/') ? [{ name, kind }] : []
}

/** Reads build arguments, which BuildKit writes as `ARG NAME=value` and as `RUN |2 A=1 B=2 /bin/sh -c …`. */
function argumentsIn(createdBy: string): Suspect[] {
  const text = /^(?:ARG|RUN \|\d+) (.*?)(?: \/bin\/sh -c .*)?$/s.exec(createdBy)?.[1] ?? ''
  return [...text.matchAll(/(?:^| )(\w+=\S+)/g)].flatMap(([, pair = '']) => named(pair, 'build argument'))
}

/** Finds the last instruction with a keyword, or the last one that sets a variable. */
function placeOf(
  { steps, dockerfile }: DescribedImage,
  keyword: string,
  variable?: string,
): Place | undefined {
  const step = steps?.findLast(
    ({ instruction }) =>
      instruction.keyword === keyword && (variable === undefined || namesIn(instruction).includes(variable)),
  )
  return placeAt(dockerfile, step?.instruction.line)
}

/** Returns the names that ENV and ARG set: `A=1 B=2`, or `A 1` in the old form of ENV. */
function namesIn({ keyword, rest }: Instruction): string[] {
  const words = splitArguments(rest, '\\')
  const isOldForm = keyword === 'ENV' && !words[0]?.includes('=')
  return (isOldForm ? words.slice(0, 1) : words).map((word) => word.split('=', 1)[0] ?? '')
}

function placeAt(file: string | undefined, line: number | undefined): Place | undefined {
  return file === undefined || line === undefined ? undefined : { file, line }
}
