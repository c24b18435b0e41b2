import { posix } from 'node:path'
import { type Instruction, parseInstructions, readJsonList } from '../../image/dockerfile/instructions.js'
import { splitWords } from '../../image/dockerfile/words.js'

/** Maximum files that a Dockerfile names, and characters of their paths. Others are not looked up. */
const MAX_COPIED = 1000
const MAX_PATH = 300

/** The text of a Dockerfile, and whether it has an ignore file of its own. */
export interface Dockerfile {
  text: string
  ignored: boolean
}

/** The files of a build context that a Dockerfile names, relative to the context. `.` is all of it. */
export function copiedPaths(dockerfile: string): string[] {
  const found = parseInstructions(dockerfile).flatMap(({ keyword, flags, rest }) => {
    if (keyword === 'RUN') return flags.flatMap(mountedPath)
    if (keyword !== 'COPY' && keyword !== 'ADD') return []
    return flags.some((flag) => flag.startsWith('--from=')) ? [] : sourcesOf(rest)
  })
  // Variables, patterns, here-documents and addresses are not names of files.
  const named = found.filter(
    (path) => path.length <= MAX_PATH && !/[$*?[\]\\<>{}\r\n]|:\/\/|^[\w-]+@|^\.\.(\/|$)/.test(path),
  )
  const plain = named.map((path) =>
    posix
      .join('.', path)
      .replace(/(?<=.)\/$/, '')
      .replace(/^\/$/, '.'),
  )
  return [...new Set(plain)].slice(0, MAX_COPIED)
}

function sourcesOf(rest: Instruction['rest']): string[] {
  const words = readJsonList(rest) ?? splitWords(rest, { escapeToken: '\\' })
  return words.slice(0, -1).map((word) => word.replace(/^\/+(?=.)/, ''))
}

/** Returns the path of a mount from the context: `--mount=type=bind,source=requirements.txt,target=/r`. */
function mountedPath(flag: string): string[] {
  const options = flag.startsWith('--mount=') ? flag.slice('--mount='.length).split(',') : []
  const option = (...names: string[]) =>
    options.find((one) => names.includes(one.split('=', 1)[0] ?? ''))?.replace(/^[^=]*=/, '')
  const isBind = (option('type') ?? 'bind') === 'bind' && option('from') === undefined
  return options.length > 0 && isBind ? [(option('source', 'src') ?? '.').replace(/^\/+(?=.)/, '')] : []
}

/**
 * Returns the folder that a Dockerfile is built in: of its own folder and those above, the one with most of the files that
 * it copies. If that does not decide, its own folder if that has a Python project, or else the root.
 *
 * @param paths the files of the repository
 */
export function contextOf(dockerfile: string, text: string, paths: readonly string[]): string {
  const there = withFolders(paths)
  const copied = copiedPaths(text).filter((path) => path !== '.')
  const folders = foldersAbove(dockerfile)
  // Both parts are in their shortest form, so there is no need to normalize what they make together.
  const isIn = (folder: string, path: string) => there.has(folder === '.' ? path : `${folder}/${path}`)
  const counts = folders.map((folder) => copied.filter((path) => isIn(folder, path)).length)
  const most = Math.max(...counts)
  const best = folders.filter((_, index) => counts[index] === most)
  const own = posix.dirname(dockerfile)
  const isProject = ['pyproject.toml', 'requirements.txt', 'setup.py'].some((name) => isIn(own, name))
  if (best.length > 1 && best.includes(own) && isProject) return own
  return best[0] ?? '.'
}

/** Returns the folder of a file and the folders above it, from the root down. */
function foldersAbove(path: string): string[] {
  const parts = posix
    .dirname(path)
    .split('/')
    .filter((part) => part !== '.')
  return ['.', ...parts.map((_, index) => parts.slice(0, index + 1).join('/'))]
}

function withFolders(paths: readonly string[]): Set<string> {
  const all = new Set(paths)
  for (const path of paths)
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (all.has(path.slice(0, end))) break
      all.add(path.slice(0, end))
    }
  return all
}
