import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  alert,
  code,
  codeBlock,
  details,
  escapeMarkdown,
  join,
  link,
  type Markdown,
  md,
  mermaid,
  mermaidText,
  table,
} from '../../../src/report/markdown.js'

const zero = '\u200b'
const hostile = fc.string({
  unit: fc.constantFrom(
    ...'`|\\\n\r<>&@#[]()!*_~$:/.w1a -\x1b\x00\u202e\u2028',
    '```',
    'https://',
    'www.',
    '</details>',
  ),
})

describe('escapeMarkdown', () => {
  test.each([
    ['plain text, 100 %.', 'plain text, 100 %.'],
    ['*a* _b_ ~c~ `d`', '\\*a\\* \\_b\\_ \\~c\\~ \\`d\\`'],
    ['<b>&amp;', '&lt;b&gt;&amp;amp;'],
    ['a|b', 'a&#124;b'],
    ['[x](y) ![z]', '\\[x\\]\\(y\\) \\!\\[z\\]'],
    ['@org/team and a@b.c', `@${zero}org/team and a@${zero}b.c`],
    ['closes #12 and GH-3', `closes \\#${zero}12 and GH-${zero}3`],
    ['see https://x.y', `see https:${zero}//x.y`],
    ['www.x.y', `www${zero}.x.y`],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['# title', '\\# title'],
    ['    code', '&#32;&#32;&#32;&#32;code'],
    ['two\r\nlines\tand\u2028more', 'two lines and more'],
    ['\x1b[31mred\x1b[0m \x1b]8;;https://x\x07link\x1b]8;;\x07', 'red link'],
    ['a\x00b\x7fc\u202e\u061cd\ud800', 'abcd\ufffd'],
  ])('makes %j inactive', (text, source) => {
    expect(escapeMarkdown(text).toString()).toBe(source)
  })

  test('leaves no active character of any text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const source = escapeMarkdown(text).toString()
        expect(source.replace(/\\[!-/:-@[-`{-~]|&(?:amp|lt|gt|#\d+);/g, '')).not.toMatch(
          /[\n\r\x1b<>&|`*_[\]()#!~$\\]/,
        )
        expect(source).not.toMatch(/@(?!\u200b)|:\/\/|www\.|#\d(?<!&#\d)/)
      }),
    )
  })
})

test('md escapes plain values and keeps Markdown', () => {
  const bold: Markdown = md`**${'<b>'}**`
  expect(md`${bold} of ${3}, ${'*'}`.toString()).toBe('**&lt;b&gt;** of 3, \\*')
})

test('code spans side by side do not merge', () => {
  expect(md`${code('a')}${code('b')}`.toString()).toBe(`\`a\`${zero}\`b\``)
  expect(join([code('a'), code('b')], md``).toString()).toBe(`\`a\`${zero}\`b\``)
})

test('join separates paragraphs and escapes plain values', () => {
  expect(join([md`# Title`, 'a*b']).toString()).toBe('# Title\n\na\\*b')
})

test.each([
  ['a', '`a`'],
  ['a`b', '``a`b``'],
  ['`', '`` ` ``'],
  ['``a', '``` ``a ```'],
  [' a', '`  a `'],
  ['a\nb', '`a b`'],
  ['', ''],
])('code(%j) is %j', (text, source) => {
  expect(code(text).toString()).toBe(source)
})

test('no text can end a code span or a code block', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const span = code(text).toString()
      const fence = /^`*/.exec(span)?.[0] ?? ''
      expect((span.match(/`+/g) ?? []).filter((run) => run === fence)).toHaveLength(span === '' ? 0 : 2)

      const [open = '', ...lines] = codeBlock(text, 'text').toString().split('\n')
      const close = lines.pop() ?? ''
      expect(open).toBe(`${close}text`)
      expect(lines.some((line) => line.trimStart().startsWith(close))).toBe(false)
    }),
  )
})

test('a code block keeps lines and spaces, drops terminal escapes, and accepts only a word as its language', () => {
  expect(codeBlock('a\r\n\tb\x1b[1m\n\n', 'json\n`').toString()).toBe('```json\na\n\tb\n```')
})

test('a table has as many cells in each row as in its header', () => {
  expect(table(['a', md`**b**`], [[1, code('x|y')], ['|\n']]).toString()).toBe(
    '| a | **b** |\n| --- | --- |\n| 1 | `x\\|y` |\n| &#124;  |  |',
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(hostile, hostile)), (rows) => {
      const lines = table(
        ['a', 'b'],
        rows.map(([text, span]) => [text, code(span)]),
      )
        .toString()
        .split('\n')
      expect(lines).toHaveLength(rows.length + 2)
      for (const line of lines) expect(line.match(/(?<!\\)\|/g)).toHaveLength(3)
    }),
  )
})

test('details shows its summary as plain text', () => {
  expect(details('a\n\n</summary> & @b', md`**c**`).toString()).toBe(
    `<details><summary>a &lt;/summary&gt; &amp; @${zero}b</summary>\n\n**c**\n\n</details>`,
  )
})

test('alert keeps every line of its body inside', () => {
  expect(alert('WARNING', md`a\n\n${codeBlock('b\nc')}`).toString()).toBe(
    '> [!WARNING]\n> a\n>\n> ```\n> b\n> c\n> ```',
  )
  expect(alert('NOTE', 'a\n# b').toString()).toBe('> [!NOTE]\n> a \\# b')
})

test('mermaid labels contain only letters, digits and codes', () => {
  const label = mermaidText('é "build"; %%{init}%% --> [x]\nend')
  expect(label).toBe('é #34;build#34;#59; #37;#37;#123;init#125;#37;#37; #45;#45;#62; #91;x#93; end')
  expect(mermaid(`flowchart LR\n  a["${label}"]`).toString()).toBe(
    `\`\`\`mermaid\nflowchart LR\n  a["${label}"]\n\`\`\``,
  )
})

describe('link', () => {
  test.each([
    ['a', 'https://x.y/z?a=b&c=d+e', '[a](https://x.y/z?a=b&c=d+e)'],
    ['a]b', 'https://x.y/(z)', '[a\\]b](https://x.y/%28z%29)'],
    ['a', 'https://x.y/a b|`c`', '[a](https://x.y/a%20b%7c%60c%60)'],
    ['a', 'https://x.y/<script>\n"\'*_', '[a](https://x.y/%3Cscript%3E%22%27%2a%5f)'],
  ])('of %j to %j is %s', (text, address, expected) => {
    expect(link(text, address).toString()).toBe(expected)
  })
})
