import { splitWords } from '../../image/dockerfile/words.js'

/** A command `kolena evaluator register` in a script. What only a shell could compute is undefined. */
export interface Registration {
  workflow: string | undefined
  evaluator: string | undefined
  image: string | undefined
  /** The file and the line. */
  place: string
}

/** Maximum characters of a command. Longer ones are not read. */
const MAX_COMMAND = 4096
/** Maximum characters of a variable, because each may contain several others. */
const MAX_VARIABLE = 200
/** Replaces what only a shell could compute. */
const UNKNOWN = '\0'

/** Finds the registrations in a shell script, and replaces its own variables. Runs nothing. */
export function readRegistrations(path: string, script: string): Registration[] {
  const variables = new Map<string, string>()
  const variable = (name: string) => variables.get(name) ?? UNKNOWN
  return commandsOf(script).flatMap(({ text, line }) => {
    const words = splitWords(text, { escapeToken: '\\', variable })
    const [, name, value] = /^\s*(?:(?:export|readonly|local)\s+)?([A-Za-z_]\w*)=(.*)$/s.exec(text) ?? []
    if (name !== undefined && value !== undefined) {
      const [first = ''] = splitWords(value, { escapeToken: '\\', variable })
      // Branches of a script may assign different values.
      const isKnown = first.length <= MAX_VARIABLE && [undefined, first].includes(variables.get(name))
      variables.set(name, isKnown ? first : UNKNOWN)
    }
    const at = words.findIndex((word, index) => word === 'evaluator' && words[index + 1] === 'register')
    if (at < 1 || !/(^|\/)kolena$/.test(words[at - 1] ?? '')) return []
    const option = (...names: string[]) => optionOf(words.slice(at + 2), names)
    return [
      {
        workflow: known(option('--workflow', '-w')),
        evaluator: known(option('--evaluator-name', '-n')),
        image: known(imageName(option('--image', '-i'))),
        place: `${path}:${line}`,
      },
    ]
  })
}

/** Returns the lines of a script without comments. Lines that a backslash continues are one command. */
function commandsOf(script: string): { text: string; line: number }[] {
  const commands: { text: string; line: number }[] = []
  let text = ''
  let line = 0
  for (const [index, written] of script.split(/\r?\n/).entries()) {
    if (text === '') line = index + 1
    const isContinued = written.endsWith('\\') && text.length <= MAX_COMMAND
    text += isContinued ? `${written.slice(0, -1)} ` : written
    if (isContinued) continue
    if (text.length <= MAX_COMMAND && !/^\s*(#|$)/.test(text)) commands.push({ text, line })
    text = ''
  }
  return commands
}

function known(value: string | undefined): string | undefined {
  return value === undefined || /^$|[\0$`]/.test(value) ? undefined : value
}

function optionOf(words: readonly string[], names: readonly string[]): string | undefined {
  const at = words.findIndex((word) => names.includes(word.split('=', 1)[0] ?? ''))
  const word = words[at] ?? ''
  const value = word.includes('=') ? word.slice(word.indexOf('=') + 1) : words[at + 1]
  return at === -1 ? undefined : value?.replace(/;$/, '')
}

/** Returns an image as the input `image` takes it: without its tag, and without the organization on the platform's registry. */
function imageName(image: string | undefined): string | undefined {
  if (image === undefined) return undefined
  const name = image.replace(/@.*$/s, '').replace(/:[^/:]*$/, '')
  return /^docker\.kolena\.io\//.test(name) ? name.slice(name.lastIndexOf('/') + 1) : name
}
