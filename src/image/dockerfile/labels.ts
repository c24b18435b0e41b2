import { parseDockerfile, parseInstructions, readSyntax } from './instructions.js'
import { splitArguments, splitAt } from './variables.js'
import { readText, WordError } from './words.js'

/**
 * Returns the names of all labels that a Dockerfile sets in any stage. Returns undefined if they are unknown, because a
 * name contains a variable or the Dockerfile uses a frontend other than Docker's own.
 */
export function labelNames(dockerfile: string): Set<string> | undefined {
  const syntax = readSyntax(dockerfile)
  if (syntax !== undefined && !/^(docker\.io\/)?docker\/dockerfile(-upstream)?(:|@|$)/.test(syntax))
    return undefined
  const { instructions, escapeToken } = parseDockerfile(dockerfile)
  // A stage runs the triggers of the stage that it builds on.
  const labels = instructions
    .flatMap((one) => (one.keyword === 'ONBUILD' ? parseInstructions(one.rest) : [one]))
    .filter(({ keyword }) => keyword === 'LABEL')
  try {
    const names = labels.flatMap(({ rest }) =>
      writtenNames(splitArguments(rest, escapeToken)).map((name) =>
        readText(name, { escapeToken, variable: refuseVariable }),
      ),
    )
    return new Set(names)
  } catch (error) {
    if (error instanceof WordError) return undefined
    throw error
  }
}

/** Returns the names in a LABEL instruction. `LABEL name some value` is an old form with one name. */
function writtenNames(words: readonly string[]): string[] {
  const [first = ''] = words
  return first.includes('=') ? words.map((word) => splitAt(word, '=')[0]) : [first]
}

function refuseVariable(name: string): never {
  throw new WordError(`the name of a label has the variable ${name}`)
}
