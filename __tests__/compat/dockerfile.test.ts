// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Dockerfiles have variables of their own
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseDockerfile, readSyntax } from '../../src/image/dockerfile/instructions.js'
import { readText, WordError } from '../../src/image/dockerfile/words.js'
import { cache } from './venv.js'

/** Runs BuildKit's own parser and word expansion. */
const packages = ['parser', 'shell'].map(
  (name) => `github.com/moby/buildkit/frontend/dockerfile/${name}@v0.34.2`,
)
const directory = join(cache, 'dockerfile-peer')
const program = `package main

import (
	"encoding/json"
	"os"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/parser"
	"github.com/moby/buildkit/frontend/dockerfile/shell"
)

type instruction struct {
	Keyword string   \`json:"keyword"\`
	Flags   []string \`json:"flags"\`
	Line    int      \`json:"line"\`
	Last    int      \`json:"lastLine"\`
}

type answer struct {
	Valid        bool          \`json:"valid"\`
	Syntax       string        \`json:"syntax"\`
	Instructions []instruction \`json:"instructions"\`
}

func read(file string) answer {
	syntax, _, _, _ := parser.DetectSyntax([]byte(file))
	result, err := parser.Parse(strings.NewReader(file))
	found := answer{Valid: err == nil, Syntax: syntax, Instructions: []instruction{}}
	if err != nil {
		return found
	}
	for _, node := range result.AST.Children {
		flags := append([]string{}, node.Flags...)
		found.Instructions = append(found.Instructions, instruction{strings.ToUpper(node.Value), flags, node.StartLine, node.EndLine})
	}
	return found
}

func main() {
	var input struct{ Files, Words, Variables []string }
	if err := json.NewDecoder(os.Stdin).Decode(&input); err != nil {
		panic(err)
	}
	files := []answer{}
	for _, file := range input.Files {
		files = append(files, read(file))
	}
	words := []*string{}
	for _, word := range input.Words {
		text, _, err := shell.NewLex('\\\\').ProcessWord(word, shell.EnvsFromSlice(input.Variables))
		if err != nil {
			words = append(words, nil)
		} else {
			words = append(words, &text)
		}
	}
	json.NewEncoder(os.Stdout).Encode(map[string]any{"files": files, "words": words})
}
`

beforeAll(() => {
  mkdirSync(directory, { recursive: true })
  writeFileSync(join(directory, 'main.go'), program)
  const go = (...args: string[]) => execFileSync('go', args, { cwd: directory, stdio: 'pipe' })
  writeFileSync(join(directory, 'go.mod'), 'module peer\n\ngo 1.21\n')
  go('get', ...packages)
  go('build', '-o', 'peer', '.')
}, 300_000)

interface Answers {
  files: { valid: boolean; syntax: string; instructions: unknown[] }[]
  words: (string | null)[]
}

function ask(Files: readonly string[], Words: readonly string[]): Answers {
  const input = JSON.stringify({
    Files,
    Words,
    Variables: Object.entries(values).map(([name, value]) => `${name}=${value}`),
  })
  return JSON.parse(execFileSync(join(directory, 'peer'), { input, maxBuffer: 1 << 30, encoding: 'utf8' }))
}

const values: Record<string, string> = { A: '1', B: '', STAGE: 's1' }

const tops = [
  '',
  '# escape=`\n',
  ' # escape=`\n',
  '# syntax=docker/dockerfile:1\n',
  ' # syntax=a/b\n',
  '#!/usr/bin/env x\n# syntax=a/b:1 c\n',
  '# author=me\n# escape=`\n',
  '\ufeff# escape = `\n',
  '// syntax=x/y\n',
  '# check=skip=all\n# escape=`\r\n',
  '# syntax=a\n# escape=`\n',
]
const heads = [
  'FROM a',
  'from a as B',
  'RUN',
  'COPY',
  'ADD',
  'ENV A=1',
  'ONBUILD RUN',
  'onbuild copy',
  '# c',
  '',
  '\tRUN\t',
  'RUN\v',
]
const pieces = [
  ' x',
  ' <<EOF',
  ' << EOF',
  ' <<-EOF',
  ' <<"EOF"',
  "<<'E F'",
  ' cat<<EOF',
  ' "a <<EOF"',
  ' $((1<<N))',
  ' ["a","<<EOF"]',
  ' 3<<EOF',
  ' <<<E',
  ' <<\\EOF',
  ' <<run.sh',
  ' <<EOF;',
  ' <<EOF>/x',
  '  <<EOF  <<E',
  ' --from=a',
  ' --mount=type=x,from="b c"',
  ' --x="y',
  ' -- ',
  ' ${A:-<<EOF}',
  ' ${',
  "'",
  '"',
  '\\"',
  '\\\\',
  '\\ ',
  '\\\f',
  '`',
  '#x',
]
const ends = ['\n', '\n', '\r\n', '\\\n', ' \\ \t\n', '\\\r\n', '`\n', '\\\\\n', '\n\n']
const bodies = ['', '', 'EOF\n', 'E\n', 'E F\n', '\tEOF\n', 'FROM redis\n', 'run.sh\n', 'EOF;\n', 'EOF \n']
const oneOf = (list: readonly string[]) => fc.constantFrom(...list)
const instruction = fc
  .tuple(oneOf(heads), fc.array(oneOf(pieces), { maxLength: 3 }), oneOf(ends), oneOf(bodies))
  .map(([head, parts, end, body]) => head + parts.join('') + end + body)
const file = fc
  .tuple(oneOf(tops), fc.array(instruction, { minLength: 1, maxLength: 6 }), oneOf(['', 'EOF\n', 'EOF\nE\n']))
  .map(([top, instructions, end]) => top + instructions.join('') + end)

test('reads instructions, flags, here-documents and the syntax like BuildKit in 20,000 files', () => {
  const files = fc.sample(file, 20_000)
  const { files: theirs } = ask(files, [])
  const different = files.flatMap((text, index) => {
    const ours = parseDockerfile(text).instructions.map(({ keyword, flags, line, lastLine }) => ({
      keyword,
      flags,
      line,
      lastLine,
    }))
    const { valid, syntax, instructions } = theirs[index] ?? { valid: false, syntax: '', instructions: [] }
    const isSame = JSON.stringify(ours) === JSON.stringify(instructions)
    // BuildKit never builds a file that it refuses.
    return (isSame || !valid) && (readSyntax(text) ?? '') === syntax
      ? []
      : [{ text, ours, instructions, syntax }]
  })
  expect(different.slice(0, 3)).toEqual([])
  expect(theirs.filter(({ valid }) => valid).length / files.length).toBeGreaterThan(0.3)
})

const parts = [
  ...[
    'a',
    '$A',
    '${A}',
    '$B',
    '${B:-x}',
    '${B-x}',
    '${C:-$A}',
    '${C:+y}',
    '${A:+y}',
    '${C:?no}',
    '${STAGE}',
    '${A#1}',
  ],
  ...[
    '"',
    "'",
    '\\',
    '\\$',
    '$',
    '${',
    '}',
    '"$A"',
    "'$A'",
    '$1',
    '$$',
    '-',
    '"b',
    'ase"',
    '\\"',
    '${D:-"q"}',
  ],
]

test('expands 20,000 words like BuildKit', () => {
  const words = fc
    .sample(fc.array(oneOf(parts), { minLength: 1, maxLength: 6 }), 20_000)
    .map((list) => `w${list.join('')}`)
  const { words: theirs } = ask([], words)
  const ours = words.map((word) => {
    try {
      return readText(word, { escapeToken: '\\', variable: (name) => values[name] })
    } catch (error) {
      if (error instanceof WordError) return null
      throw error
    }
  })
  // A refused word only causes a build, never a wrong result.
  const different = words.filter((_, index) => ours[index] !== null && ours[index] !== theirs[index])
  expect(different).toEqual([])
  const understood = ours.filter((text) => text !== null).length
  expect(understood / theirs.filter((text) => text !== null).length).toBeGreaterThan(0.7)
})
