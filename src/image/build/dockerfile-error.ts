import { findInstruction, type Instruction, matches, parseInstructions } from '../dockerfile/instructions.js'

/** The place and the cause of a failed build, in terms of the Dockerfile. */
export interface DockerfileFailure {
  /** The first line of the failing instruction, counted from 1; absent if it is not certain. */
  line?: number
  /** The instruction as BuildKit ran it, such as `RUN pip install x`, or what it was reading before the first one. */
  step: string
  /** The cause without BuildKit's wrapping, such as `exit code: 1`. */
  message: string
  /** The remedy, if the cause is known. */
  remedy?: string
  /** The last lines that the step printed, at most 10. */
  output: string[]
  /** The instruction and the lines around it, formatted as BuildKit does: `   3 | >>> RUN false`. */
  excerpt: string[]
}

/** Maximum lines of a step's output to return. */
const outputLimit = 10

/**
 * Finds the failing instruction in the log of `docker buildx build --progress plain`. Newer BuildKit prints the line.
 * BuildKit 0.8 (Docker 20.10) prints only the step, which is then looked up in the Dockerfile.
 *
 * @param log lines of the build's output, without line breaks
 * @param dockerfile the Dockerfile's text; empty if it cannot be read
 * @returns undefined if the Dockerfile is not the cause, for example if the engine cannot be reached or a push fails
 */
export function locateFailure(log: readonly string[], dockerfile: string): DockerfileFailure | undefined {
  // The output of a step begins with a time, so only BuildKit's final error begins with ERROR.
  const end = log.findLastIndex((text) => text.startsWith('ERROR: '))
  const error = /^ERROR: (?:failed to build: )?failed to solve: (.*)$/.exec(log[end] ?? '')?.[1]
  if (error === undefined || error.startsWith('failed to push ')) return undefined

  const { step, output } = readStep(log.slice(0, end))
  const printed = readExcerpt(log.slice(0, end))
  const instructions = parseInstructions(dockerfile)
  const at =
    printed?.line ??
    lineOfParseError(error) ??
    findInstruction(step, instructions)?.line ??
    lineOfSyntax(step, dockerfile) ??
    findUnstarted(step, error, instructions)?.line
  const instruction = instructions.find(
    ({ line, lastLine }) => at !== undefined && line <= at && at <= lastLine,
  )
  const message = plainMessage(error)
  const read = step || (instruction?.text ?? '')
  const remedy = isForOtherProcessor(message, output)
    ? 'the program is for a different processor: build for the platform of this machine, or install QEMU (in a workflow, add docker/setup-qemu-action before this step)'
    : remedies.find(([during, cause]) => during.test(read) && cause.test(message))?.[2]
  return {
    ...(at !== undefined && { line: at }),
    step: read.replace(/^\[[^\]]*\d+\/\d+\] /, '') || 'read the Dockerfile',
    message,
    ...(remedy !== undefined && { remedy }),
    output,
    excerpt:
      printed?.lines ?? (at === undefined ? [] : excerptOf(dockerfile, at, instruction?.lastLine ?? at)),
  }
}

/** Reads the last block ` > [2/2] RUN x:` and the step's output, between two rules. */
function readStep(log: readonly string[]): { step: string; output: string[] } {
  const start = log.findLastIndex((text, index) => text.startsWith(' > ') && log[index - 1] === '------')
  const step = /^ > (.*):$/.exec(log[start] ?? '')?.[1]
  if (step === undefined) return { step: '', output: [] }
  const length = log.slice(start).indexOf('------')
  const printed = log.slice(start + 1, length === -1 ? undefined : start + length)
  return { step, output: printed.slice(-outputLimit).map((text) => text.replace(/^\d+\.\d+ /, '')) }
}

/** Reads the excerpt before the final error: `Dockerfile:3`, a rule, numbered lines, a rule. */
function readExcerpt(log: readonly string[]): { line: number; lines: string[] } | undefined {
  const rule = '-'.repeat(20)
  const close = log.lastIndexOf(rule)
  const open = close < 1 ? -1 : log.lastIndexOf(rule, close - 1)
  const line = Number(/:(\d+)$/.exec(log[open - 1] ?? '')?.[1])
  const lines = log.slice(open + 1, close)
  if (open < 1 || !line || !lines.every((text) => /^ *\d+ \| /.test(text))) return undefined
  return { line, lines }
}

function lineOfParseError(error: string): number | undefined {
  const line = /dockerfile parse error (?:on )?line (\d+)/.exec(error)?.[1]
  return line === undefined ? undefined : Number(line)
}

/** Finds the line of `# syntax` for the step `resolve image config for docker.io/docker/dockerfile:1`. */
function lineOfSyntax(step: string, dockerfile: string): number | undefined {
  if (!step.startsWith('resolve image config for ')) return undefined
  const at = dockerfile.split('\n').findIndex((line) => /^\uFEFF?#\s*syntax\s*=/i.test(line))
  return at === -1 ? undefined : at + 1
}

/**
 * BuildKit's errors before the first step, with the instructions that may cause each, given the name in the message.
 */
const unstarted: [words: RegExp, isMeant: (instruction: Instruction, text: string) => boolean][] = [
  [
    /base name \((.*)\) should not be blank/,
    ({ keyword, rest }, text) => keyword === 'FROM' && baseOf(rest) === text,
  ],
  [
    /failed to parse stage name "(.*)": /,
    ({ keyword, rest }, text) => keyword === 'FROM' && matches(baseOf(rest), text),
  ],
  [
    /failed to parse platform (.*?): /,
    ({ keyword, flags }, text) =>
      keyword === 'FROM' && flags.some((flag) => matches(flag, `--platform=${text}`)),
  ],
  [
    /circular dependency detected on stage: (\S+)$/,
    ({ stage, flags }, text) =>
      [stage.name, `stage-${stage.index}`, String(stage.index)].includes(text) && flags.some(isSource),
  ],
  [/invalid stage index (\d+)$/, ({ flags }, text) => flags.includes(`--from=${text}`)],
  [/failed to process "(.*)": /, ({ rest }, text) => rest.includes(text)],
  [
    /^(\w+:\/\/.*)$/,
    ({ keyword, rest }, text) => keyword === 'ADD' && rest.split(/\s+/).some((word) => matches(word, text)),
  ],
]

/** Returns the instruction that BuildKit could not start, if only one is possible. */
function findUnstarted(
  step: string,
  error: string,
  instructions: readonly Instruction[],
): Instruction | undefined {
  for (const [words, isMeant] of unstarted) {
    const text = words.exec(step || error)?.[1]
    if (text === undefined) continue
    const [meant, ...others] = instructions.filter((one) => isMeant(one, text))
    return others.length === 0 ? meant : undefined
  }
  return undefined
}

function baseOf(rest: string): string {
  return rest.split(/\s/, 1)[0] ?? ''
}

function isSource(flag: string): boolean {
  return /^--from=|^--mount=(?:.*,)?from=/i.test(flag)
}

function excerptOf(dockerfile: string, first: number, last: number): string[] {
  const lines = dockerfile.split(/\r?\n/)
  const from = Math.max(1, first - 2)
  return lines.slice(from - 1, last + 2).map((text, index) => {
    const number = from + index
    const mark = first <= number && number <= last ? '>>>' : '   '
    return `${String(number).padStart(4)} | ${mark} ${text}`
  })
}

/**
 * Returns whether the image is for another processor: `exec /bin/sh: exec format error` is BuildKit's message, or the
 * kernel's in the last line of the step.
 */
function isForOtherProcessor(message: string, output: readonly string[]): boolean {
  return [message, output.at(-1) ?? ''].some((text) => /\bexec format error$/.test(text))
}

function plainMessage(error: string): string {
  return error
    .replace(/^rpc error: code = \w+ desc = failed to solve with frontend \S+: /, '')
    .replace(/^failed to (?:create LLB definition|compute cache key|load cache key): /, '')
    .replace(/failed to calculate checksum of ref \S+: /, '')
    .replace(/^process ".*" did not complete successfully: |^executor failed running \[.*\]: /, '')
    .replace(/^\S+: failed to resolve source metadata for \S+: /, '')
    .replace(/\/\S*\/(?:buildkit-mount\d+|overlay2\/\w+\/merged|cachemounts\/buildkit\d+)/g, '')
    .replace(/ not found: not found$/, ': not found')
}

const base = /^\[internal\] load metadata for |^(?:\[[^\]]*\] )?FROM /
const copy = /^\[[^\]]*\] (?:COPY|ADD) /
const any = /^/
const missing = /not found|no such file/
const denied = /pull access denied|insufficient_scope|authorization failed|401 Unauthorized|403 Forbidden/
const unreachable = /no such host|connection refused|i\/o timeout|deadline exceeded|x509/

const remedies: [step: RegExp, cause: RegExp, remedy: string][] = [
  [
    /<</,
    /unknown instruction/,
    'for here-documents begin the Dockerfile with `# syntax=docker/dockerfile:1`',
  ],
  [any, /failed to read dockerfile/, 'correct `file` (default: `<context>/Dockerfile`) or `context`'],
  [any, /target stage .* could not be found/, 'set `target` to a name from FROM … AS'],
  [any, /no space left on device/, 'the disk is full: free space on this machine'],
  [any, /^secret \S+(?: not found)?: not found/, 'pass it in `secrets`, `secret-envs` or `secret-files`'],
  [base, /toomanyrequests|429 Too Many/i, "log in to the base image's registry first, or use a mirror"],
  [base, denied, "correct the base image's name, or log in to its registry first"],
  [base, unreachable, "the base image's registry cannot be reached: correct its name, or use another image"],
  [base, missing, 'the base image does not exist: correct its name or tag'],
  [/ --from=/, missing, 'check that the stage or image named by --from holds this path'],
  [
    copy,
    missing,
    'put it into the directory that `context` names, and check that .dockerignore does not exclude it',
  ],
]
