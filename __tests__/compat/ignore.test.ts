import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseIgnoreFile } from '../../src/image/reuse/ignore.js'
import { cache } from './venv.js'

/** Runs the package with which BuildKit and its clients read ignore files. */
const peer = 'github.com/moby/patternmatcher@v0.6.1'
const directory = join(cache, 'ignore-peer')
const program = `package main

import (
	"encoding/json"
	"os"
	"strings"

	"github.com/moby/patternmatcher"
	"github.com/moby/patternmatcher/ignorefile"
)

func judge(file string, paths []string) []bool {
	patterns, err := ignorefile.ReadAll(strings.NewReader(file))
	if err != nil {
		return nil
	}
	matcher, err := patternmatcher.New(patterns)
	if err != nil {
		return nil
	}
	infos := map[string]patternmatcher.MatchInfo{}
	ignored := []bool{}
	for _, path := range paths {
		parent := path[:max(strings.LastIndex(path, "/"), 0)]
		matched, info, err := matcher.MatchesUsingParentResults(path, infos[parent])
		if err != nil {
			return nil
		}
		infos[path] = info
		ignored = append(ignored, matched)
	}
	return ignored
}

func main() {
	var input struct{ Files, Paths []string }
	if err := json.NewDecoder(os.Stdin).Decode(&input); err != nil {
		panic(err)
	}
	answers := [][]bool{}
	for _, file := range input.Files {
		answers = append(answers, judge(file, input.Paths))
	}
	json.NewEncoder(os.Stdout).Encode(answers)
}
`

beforeAll(() => {
  mkdirSync(directory, { recursive: true })
  writeFileSync(join(directory, 'main.go'), program)
  const go = (...args: string[]) => execFileSync('go', args, { cwd: directory, stdio: 'pipe' })
  writeFileSync(join(directory, 'go.mod'), 'module peer\n\ngo 1.21\n')
  go('get', peer)
  go('build', '-o', 'peer', '.')
}, 300_000)

const names = ['a', 'b', 'ab', 'a.b', 'src', 'é', 'x-y', 'a+b', '[a]', 'c d', '!', '.x']
const paths = names.flatMap((one) => [
  one,
  ...names.flatMap((two) => [`${one}/${two}`, ...['a', 'é', 'a.b'].map((three) => `${one}/${two}/${three}`)]),
])
const special = [
  '*',
  '**',
  '?',
  '/',
  '[a-c]',
  '[^a]',
  '\\*',
  '\\[',
  '.',
  '..',
  '!',
  '#',
  ' ',
  '**/',
  '/**',
  '$',
  '(',
  '[',
  ']',
  '-',
]
const pattern = fc
  .array(fc.oneof(fc.constantFrom(...special), fc.constantFrom(...names)), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(''))
const line = fc.oneof(
  { weight: 3, arbitrary: pattern },
  { weight: 1, arbitrary: pattern.map((text) => `!${text}`) },
)
const file = fc.array(line, { minLength: 1, maxLength: 5 }).map((lines) => lines.join('\n'))

/** Returns for each path whether it is ignored; undefined for a refused file. */
function judge(content: string): boolean[] | undefined {
  try {
    const ignore = parseIgnoreFile(content)
    const found = new Map<string, boolean[]>()
    return paths.map((path) => {
      const { ignored, matched } = ignore.match(
        path,
        found.get(path.slice(0, Math.max(path.lastIndexOf('/'), 0))),
      )
      found.set(path, matched)
      return ignored
    })
  } catch {
    return undefined
  }
}

test('applies 5,000 ignore files to 600 paths like BuildKit', () => {
  const files = fc.sample(file, 5_000)
  const input = JSON.stringify({ Files: files, Paths: paths })
  const answer = execFileSync(join(directory, 'peer'), { input, maxBuffer: 1 << 30, encoding: 'utf8' })
  const theirs: (boolean[] | null)[] = JSON.parse(answer)
  const different = files.filter((content, index) => {
    const ours = judge(content)
    // A refused file only causes a build, never a wrong result.
    return ours !== undefined && JSON.stringify(ours) !== JSON.stringify(theirs[index])
  })
  expect(different).toEqual([])
  const understood = files.filter((content) => judge(content) !== undefined).length
  const valid = theirs.filter((one) => one !== null).length
  expect(understood / valid).toBeGreaterThan(0.95)
})
