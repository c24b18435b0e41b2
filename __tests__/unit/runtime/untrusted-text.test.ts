import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { commandNames, parseCommand } from '../../../sandbox/runner/commands.js'
import { LineSplitter } from '../../../sandbox/runner/lines.js'
import { maskSecret, redact, wholeSecrets } from '../../../src/runtime/secrets.js'
import { LineReader, sanitizeLine, sanitizeLines } from '../../../src/runtime/untrusted-text.js'

const longest = 64 * 1024

function readLines(chunks: readonly Buffer[]): string[] {
  const lines: string[] = []
  const reader = new LineReader((line) => lines.push(line))
  for (const chunk of chunks) reader.write(chunk)
  reader.end()
  return lines
}

/** Returns the commands that the runner finds in a text that a step printed. */
function commandsIn(printed: string): string[] {
  const commands: string[] = []
  const known = new Set<string>(commandNames)
  const splitter = new LineSplitter((line) => {
    const command = parseCommand(line, known)
    if (command) commands.push(`${command.grammar} ${command.name}`)
  })
  splitter.write(printed)
  splitter.end()
  return commands
}

/** Returns what the action prints of a stream. */
const shown = (chunks: readonly Buffer[]) =>
  readLines(chunks)
    .map((line) => `${sanitizeLine(line)}\n`)
    .join('')

const pieces = [
  ...['::error::', '::set-output name=a::', '::add-mask::', '::stop-commands::x', '::', ':', 'warning'],
  ...['##[error]', '##[save-state name=a]', '##[', '###[', '#', '[', ']', 'group'],
  ...['\r', '\n', '\r\n', ' ', '\t', '\v', '\f', '\u00a0', '\u0085', '\u2028', '\u3000', '\ufeff', '\u200b'],
  ...[
    '\x1b',
    '\x1b[31m',
    '\x1b[0m',
    '\x1b]8;;x\x07',
    '\x1b]0;',
    '\x00',
    '\x08',
    '\x7f',
    '\x9b',
    'é',
    '🎉',
    '#5 0.2 ',
  ],
].map((piece) => Buffer.from(piece))
const bytes = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.uint8Array({ maxLength: 4 }).map(Buffer.from)), {
    maxLength: 40,
  })
  .map((parts) => Buffer.concat(parts))

/** The same bytes, cut anywhere, even within a character. */
const chunked = fc.tuple(bytes, fc.array(fc.nat(200), { maxLength: 8 })).map(([all, cuts]) => {
  const places = [0, ...cuts.map((cut) => Math.min(cut, all.length)).sort((a, b) => a - b), all.length]
  return places.slice(1).map((place, index) => all.subarray(places[index], place))
})

describe('a stream of any bytes in any chunks', () => {
  test('contains commands before it is sanitized', () => {
    const hostile = 'x\r::error::a\n  ::warning::b\n#5 0.2 ##[set-output name=c]d'
    expect(commandsIn(hostile)).toEqual(['v2 error', 'v2 warning', 'v1 set-output'])
    expect(commandsIn(shown([Buffer.from(hostile)]))).toEqual([])
  })

  test('contains no command of either format afterwards', () => {
    fc.assert(
      fc.property(chunked, (chunks) => {
        expect(commandsIn(shown(chunks))).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  test('results in the same lines however it is cut', () => {
    fc.assert(
      fc.property(chunked, (chunks) => {
        const text = Buffer.concat(chunks)
        fc.pre(Buffer.from(text.toString('utf8')).equals(text))
        const lines = text.toString('utf8').split(/\r\n|\r|\n/)
        if (lines.at(-1) === '') lines.pop()
        expect(readLines(chunks)).toEqual(lines)
      }),
    )
  })

  test('passes on a line when it ends, and not before', () => {
    const lines: string[] = []
    const reader = new LineReader((line) => lines.push(line))
    const after = (text: string) => {
      reader.write(Buffer.from(text))
      return lines.splice(0)
    }
    expect(after('a\nb')).toEqual(['a'])
    expect(after('c\r')).toEqual([])
    expect(after('\nd\re')).toEqual(['bc', 'd'])
    reader.end()
    expect(lines).toEqual(['e'])
  })
})

describe('a line that does not end', () => {
  test('is passed on in pieces, without losing any', () => {
    const lines: string[] = []
    const reader = new LineReader((line) => lines.push(line))
    for (let written = 0; written < 5 * longest; written += 1000) reader.write(Buffer.alloc(1000, 'a'))
    expect(lines).toHaveLength(5)
    reader.end()
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(longest)
    expect(lines.join('')).toBe('a'.repeat(Math.ceil((5 * longest) / 1000) * 1000))
  })

  test('is split without splitting a secret', () => {
    const secrets = ['canary-of-the-cut-0123456789', `${'k'.repeat(3000)}-canary`, 'canary-of']
    for (const secret of secrets) maskSecret(secret)
    const forms = [...secrets, Buffer.from(secrets[0] ?? '').toString('base64')]
    for (const secret of forms) {
      for (const distance of [0, 1, secret.length >> 1, secret.length - 1, secret.length]) {
        const text = `${'a'.repeat(longest - distance)}${secret}${'b'.repeat(longest)}${secret}c`
        for (const size of [1000, longest, 7 * longest]) {
          const lines: string[] = []
          const reader = new LineReader((line) => lines.push(line), wholeSecrets)
          for (let at = 0; at < text.length; at += size) reader.write(Buffer.from(text.slice(at, at + size)))
          reader.end()
          expect(lines.join('') === text).toBe(true)
          expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(longest)
          expect(
            lines
              .filter((line) => line.includes(secret))
              .join('')
              .split(secret),
          ).toHaveLength(3)
        }
      }
    }
  })

  test.each([longest - 1, longest, longest + 1, 500_000])(
    'is split without splitting a secret of %i characters, in any form',
    (length) => {
      const secret = `${'0123456789abcdef'.repeat(Math.ceil(length / 16)).slice(0, length - 1)}/`
      maskSecret(secret)
      const bytes = Buffer.from(secret)
      for (const form of [
        secret,
        bytes.toString('base64'),
        bytes.toString('hex'),
        encodeURIComponent(secret),
      ])
        for (const before of [0, 1, longest - 1, longest, longest + 1, 2 * longest]) {
          const lines: string[] = []
          const reader = new LineReader((line) => lines.push(redact(line)), wholeSecrets)
          const text = Buffer.from('.'.repeat(before) + form + '.'.repeat(3 * longest))
          for (let at = 0; at < text.length; at += longest) reader.write(text.subarray(at, at + longest))
          reader.end()
          expect(lines.join('') === `${'.'.repeat(before)}***${'.'.repeat(3 * longest)}`).toBe(true)
        }
    },
  )

  test.each(['::error::x', '##[error]x', '  ::set-output name=a::x'])(
    'hides no %s behind the place where it is split',
    (command) => {
      const at = (distance: number) => [Buffer.from('a'.repeat(longest - distance) + command)]
      for (let distance = 0; distance <= command.length; distance++)
        expect(commandsIn(shown(at(distance)))).toEqual([])
    },
  )
})

describe('sanitizeLine', () => {
  test.each([
    ['#5 0.203 + pip install numpy', '#5 0.203 + pip install numpy'],
    ['std::vector<int> and a::b::c', 'std::vector<int> and a::b::c'],
    ['\tindented 🎉 é', '\tindented 🎉 é'],
    ['# a comment [x] ##', '# a comment [x] ##'],
    ['::error::x', '\\::error::x'],
    ['  ::error::x', '  \\::error::x'],
    ['\ufeff\u00a0::error::x', '\ufeff\u00a0\\::error::x'],
    ['a ##[error]x', 'a #\\#[error]x'],
    ['####[error]x', '###\\#[error]x'],
    ['##[a]##[b]', '#\\#[a]#\\#[b]'],
    ['\x1b[1;31mERROR\x1b[0m: failed', 'ERROR: failed'],
    ['\x1b]8;;https://x\x07link\x1b]8;;\x1b\\', 'link'],
    ['#\x1b[0m#\x00[error]x', '#\\#[error]x'],
    ['\x1b[0m:\x08:error::x', '\\::error::x'],
    ['\u2028::error::x', '\\::error::x'],
    ['a name\n::error::x\r\n##[b]', 'a name::error::x#\\#[b]'],
    ['', ''],
  ])('shows %j as %j', (line, harmless) => {
    expect(sanitizeLine(line)).toBe(harmless)
  })

  test('keeps text that is neither a command nor a control character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/##\[|^\s*::|[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029]/.test(text))
        expect(sanitizeLine(text)).toBe(text)
      }),
    )
  })
})

test('sanitizeLines treats each line of a text, whatever ends it', () => {
  expect(sanitizeLines('a\r::error::b\r\n##[c]\n')).toEqual(['a', '\\::error::b', '#\\#[c]', ''])
})
