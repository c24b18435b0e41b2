import { describe, expect, test } from '@jest/globals'
import { labelNames } from '../../../../src/image/dockerfile/labels.js'

const from = 'FROM scratch\n'

describe('the labels of a Dockerfile', () => {
  test.each<[string, string, string[]]>([
    ['none', 'ENV a=b', []],
    ['one', 'LABEL a=b', ['a']],
    ['several', 'label a="x y" b=\'c=d\' \\\n  "c d"=e', ['a', 'b', 'c d']],
    ['the old form', 'LABEL name some value', ['name']],
    ['several stages', 'LABEL a=b\nFROM scratch\nLABEL c=d', ['a', 'c']],
    ['triggers', 'ONBUILD LABEL a=b', ['a']],
    ['values with variables', `LABEL a=$B c="\${D:-e}"`, ['a', 'c']],
    ['a here-document with the word', 'RUN <<LABEL\nLABEL a=b\nLABEL', []],
    ['another escape character', 'LABEL a="b`" c=d"', ['a']],
  ])('are found: %s', (title, text, names) => {
    const directive = title.includes('escape') ? '# escape=`\n' : ''
    expect([...(labelNames(directive + from + text) ?? ['unknown'])].sort()).toEqual(names)
  })

  test.each([
    ['a name has a variable', `${from}LABEL $NAME=b`],
    ['a name has a variable in quotes', `${from}LABEL "org.\${NAME:-x}"=b`],
    ['a name cannot be read', `${from}LABEL 'a=b'=c`],
    ['it is written for another frontend', `# syntax=example.com/frontend\n${from}`],
  ])('are unknown if %s', (_, text) => {
    expect(labelNames(text)).toBeUndefined()
  })

  test("are known for Docker's own frontend", () => {
    expect(labelNames(`# syntax=docker/dockerfile:1\n${from}`)).toEqual(new Set())
  })
})
