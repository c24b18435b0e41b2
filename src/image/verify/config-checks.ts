import type { LocalImage } from '../../docker/image.js'
import type { Place } from '../../runtime/log.js'
import { namesSecret } from '../../runtime/secrets.js'
import type { Instruction } from '../dockerfile/instructions.js'
import { splitArguments } from '../dockerfile/variables.js'
import type { AddedStep, HistoryEntry } from '../layers/history.js'
import { type Finding, finding } from './findings.js'
import type { SecretSearch } from './secret-search.js'

/** An image as its configuration and history describe it. */
export interface DescribedImage {
  image: LocalImage
  history: readonly HistoryEntry[]
  /** The entries of the history that this build made; undefined when they cannot be told apart. */
  steps: readonly AddedStep[] | undefined
  /** Path of the Dockerfile in the workspace; undefined when there is none. */
  dockerfile: string | undefined
  /** Platforms that it may be for; linux/amd64 alone unless told otherwise. */
  platforms?: readonly string[]
}

/** What an image's configuration and history give to say. */
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

/** A secret itself, in plain or encoded, in what anyone who can pull the image can read. */
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

/** Variables and build arguments with a name as secrets have; their values are not shown. */
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
  // A path such as /run/secrets/token tells where a secret is, and is none.
  return namesSecret(name) && value !== '' && !value.startsWith('/') ? [{ name, kind }] : []
}

/** BuildKit writes arguments as `ARG NAME=value` and before a command as `RUN |2 A=1 B=2 /bin/sh -c …`. */
function argumentsIn(createdBy: string): Suspect[] {
  const text = /^(?:ARG|RUN \|\d+) (.*?)(?: \/bin\/sh -c .*)?$/s.exec(createdBy)?.[1] ?? ''
  return [...text.matchAll(/(?:^| )(\w+=\S+)/g)].flatMap(([, pair = '']) => named(pair, 'build argument'))
}

/** The last instruction of a kind, or the last of a kind that sets a variable. */
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

/** The names that ENV and ARG set: `A=1 B=2`, or `A 1` in the old form of ENV. */
function namesIn({ keyword, rest }: Instruction): string[] {
  const words = splitArguments(rest, '\\')
  const isOldForm = keyword === 'ENV' && !words[0]?.includes('=')
  return (isOldForm ? words.slice(0, 1) : words).map((word) => word.split('=', 1)[0] ?? '')
}

function placeAt(file: string | undefined, line: number | undefined): Place | undefined {
  return file === undefined || line === undefined ? undefined : { file, line }
}
