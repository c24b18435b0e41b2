/** What a Dockerfile says, as far as a failure or a layer has to be traced back to it. */

export interface Instruction {
  line: number
  lastLine: number
  keyword: string
  /** Joined over continuations, runs of blanks as one; a here-document's body is left out. */
  text: string
  stage: { index: number; name: string | undefined }
}

/** The instructions of a Dockerfile in order, `FROM` among them. */
export function parseInstructions(dockerfile: string): Instruction[] {
  const lines = dockerfile.split(/\r?\n/)
  const continued = readDirectives(dockerfile).get('escape') === '`' ? /`\s*$/ : /\\\s*$/
  const isComment = (text: string): boolean => /^\s*(?:#|$)/.test(text)
  const instructions: Instruction[] = []
  let stage: Instruction['stage'] = { index: -1, name: undefined }
  for (let at = 0; at < lines.length; at++) {
    let text = lines[at] ?? ''
    if (isComment(text)) continue
    const line = at + 1
    while (continued.test(text) && at + 1 < lines.length) {
      const next = lines[++at] ?? ''
      if (!isComment(next)) text = text.replace(continued, '') + next
    }
    for (const [, word] of text.matchAll(/(?<!<)<<-?["']?([A-Za-z_]\w*)/g)) {
      const close = lines.findIndex((body, index) => index > at && body.replace(/^\t+/, '') === word)
      if (close !== -1) at = close
    }
    text = withPlainBlanks(text)
    const keyword = text.split(' ', 1)[0] ?? ''
    if (keyword === 'FROM')
      stage = { index: stage.index + 1, name: / AS (\S+)$/i.exec(text)?.[1]?.toLowerCase() }
    instructions.push({ line, lastLine: at + 1, keyword, text, stage })
  }
  return instructions
}

/** The parser directives, such as `# syntax=docker/dockerfile:1`: only the very first lines can be some. */
export function readDirectives(dockerfile: string): Map<string, string> {
  const directives = new Map<string, string>()
  for (const line of dockerfile.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const [, name, value = ''] = /^#\s*([A-Za-z][A-Za-z0-9]*)\s*=\s*(.+?)\s*$/.exec(line) ?? []
    if (name === undefined) break
    directives.set(name.toLowerCase(), value)
  }
  return directives
}

/** Runs of blanks as one, the instruction's word in capitals: both the log and the Dockerfile may write it otherwise. */
function withPlainBlanks(instruction: string): string {
  return instruction
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\w+/, (keyword) => keyword.toUpperCase())
}

/** The instruction that a step such as `[builder 2/3] RUN x` came from; none rather than a wrong one. */
export function findInstruction(step: string, instructions: readonly Instruction[]): Instruction | undefined {
  const image = /^(?:\[internal\] load metadata for|(?:\[[^\]]*\] )?FROM) (\S+)$/.exec(step)?.[1]
  if (image !== undefined) return findImage(image, instructions)
  const [, place = '', position, total, run = ''] =
    /^\[(?:(\S+(?: \S+)?) )?(\d+)\/(\d+)\] (.+)$/.exec(step) ?? []
  // A platform, always with a slash, stands before the stage when there are several.
  const stageName = /(?:^| )([^\s/]+)$/.exec(place)?.[1]
  const inStage = instructions.filter(({ stage }) =>
    [undefined, stage.name, `stage-${stage.index}`].includes(stageName),
  )
  const text = withPlainBlanks(run)
  const alike = inStage.filter(
    (one) => matches(one.text, text) || (one.text.includes('<<') && text.startsWith(`${one.text} (`)),
  )
  if (alike.length < 2) return alike[0]
  const counted = inStage.filter(({ keyword }) => /^(?:FROM|ADD|COPY|RUN|WORKDIR)$/.test(keyword))
  const atPosition = counted.length === Number(total) ? counted[Number(position) - 1] : undefined
  return alike.find((one) => one === atPosition)
}

export function findImage(image: string, instructions: readonly Instruction[]): Instruction | undefined {
  const name = image.replace(/@sha256:[0-9a-f]+$/, '').replace(/^docker\.io\/(?:library\/)?/, '')
  const names = [image, name, name.replace(/:latest$/, ''), image.replace(/:latest$/, '')]
  const uses = instructions.flatMap((instruction) =>
    Array.from(instruction.text.matchAll(/^FROM (?:--\S+ )*(\S+)|\bfrom=([^,\s]+)/g), ([, base, source]) => ({
      instruction,
      written: base ?? source ?? '',
    })),
  )
  const alike = uses.filter(({ written }) => names.some((one) => matches(written, one)))
  const exact = alike.find(({ written }) => names.includes(written))
  const isOnly = alike.every(({ written }) => written === alike[0]?.written)
  return (exact ?? (isOnly ? alike[0] : undefined))?.instruction
}

/** Whether the text can be the template with its `$variables` replaced. */
function matches(template: string, text: string): boolean {
  const [first = '', ...others] = template.split(/\$\{[^}]*\}|\$\w+/)
  const last = others.pop()
  if (last === undefined) return first === text
  if (!text.startsWith(first)) return false
  let at = first.length
  for (const literal of others) {
    const found = text.indexOf(literal, at)
    if (found === -1) return false
    at = found + literal.length
  }
  return text.endsWith(last) && text.length - last.length >= at
}
