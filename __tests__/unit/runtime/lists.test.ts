import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseList, parsePairs } from '../../../src/runtime/lists.js'

describe('parseList', () => {
  test.each([
    ['commas as part of an item', 'a:1,b:2\nc:3', ['a:1,b:2', 'c:3']],
    ['a quoted field within an item', '"a,b",c', ['a,b,c']],
    ['a line break in a quoted item', '"A=x\ny"', ['A=x\ny']],
    ['doubled quotes in a quoted item', '"A=say ""hi"""', ['A=say "hi"']],
    ['JSON unchanged', 'A={"k":"v","z":1}', ['A={"k":"v","z":1}']],
    [
      'a PEM without quotes as one item per line',
      '-----BEGIN\nabc\n-----END',
      ['-----BEGIN', 'abc', '-----END'],
    ],
    [
      'quotes around a field after a comma as its delimiters',
      'type=image,"name=a,b"',
      ['type=image,name=a,b'],
    ],
    ['nothing', '', []],
    ['blank lines as nothing', '\n a \n\n \t\nb\n', ['a', 'b']],
    ['every kind of line ending', 'a\r\nb\nc\rd', ['a', 'b', 'c', 'd']],
    ['a number sign as text', '# a\nb # c', ['# a', 'b # c']],
    ['quotes inside an item as text', 'A=say "hi"', ['A=say "hi"']],
    ['a quote that closes early as text', '"a"b,"c"', ['"a"b,c']],
    ['an empty quoted item as nothing', '""\na', ['a']],
  ])('reads %s', (_, text, items) => {
    expect(parseList(text)).toEqual(items)
  })

  test.each([
    ['commas and line breaks as separators', 'a:1,b:2\nc:3', ['a:1', 'b:2', 'c:3']],
    ['a quoted comma as text', '"a,b",c', ['a,b', 'c']],
    ['spaces around commas as nothing', ' a , b ,, c,\n,', ['a', 'b', 'c']],
  ])('reads, with commas, %s', (_, text, items) => {
    expect(parseList(text, { comma: true })).toEqual(items)
  })

  test.each([
    ['"A=1', 1],
    ['a\r\nb\n"c\nd', 3],
    ['a,"b', 1],
    ['"a""', 1],
    ['"A=1\nB="x"', 1],
  ])('refuses %j, whose quote opens on line %i, without repeating it', (text, line) => {
    const read = () => parseList(text)
    expect(read).toThrow(`the quote that opens on line ${line} is not closed: end the item with a quote`)
    expect(read).not.toThrow('A=1')
  })

  const item = fc
    .string({ unit: fc.constantFrom('a', 'B', '=', ' ', ',', '"', '\n', '\r', '{', '#', 'é') })
    .map((text) => text.trim())
    .filter((text) => text !== '')
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`

  test('reads items without quotes as it does next to a quoted one', () => {
    fc.assert(
      fc.property(fc.array(item.map((text) => text.replaceAll('"', ''))), fc.boolean(), (items, comma) => {
        const text = items.join('\n')
        expect([...parseList(text, { comma }), 'q']).toEqual(parseList(`${text}\n"q"`, { comma }))
      }),
    )
  })

  test('returns quoted items exactly', () => {
    fc.assert(
      fc.property(fc.array(item), fc.constantFrom('\n', '\r\n', ','), (items, separator) => {
        expect(parseList(items.map(quote).join(separator), { comma: true })).toEqual(items)
      }),
    )
  })

  test('only splits, trims and drops lines without quotes and commas', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '=', ' ', '\n', '\t', '#', "'") }), (text) => {
        const expected = text.split('\n').map((line) => line.trim())
        expect(parseList(text)).toEqual(expected.filter((line) => line !== ''))
      }),
    )
  })

  test('refuses nothing except an open quote', () => {
    const text = fc.string({ unit: fc.constantFrom('"', '"', ',', '\n', '\r', 'a', ' ') })
    fc.assert(
      fc.property(text, fc.boolean(), (written, comma) => {
        try {
          for (const found of parseList(written, { comma })) expect(found).toBe(found.trim())
        } catch (error) {
          expect(String(error)).toMatch(/^Error: the quote that opens on line \d+ is not closed/)
        }
      }),
    )
  })
})

describe('parsePairs', () => {
  test.each([
    ['A=1', ['A', '1']],
    ['A=', ['A', '']],
    ['A=b=c', ['A', 'b=c']],
    [' id = secret ', ['id', ' secret ']],
    ['key=-----BEGIN\nabc==\n', ['key', '-----BEGIN\nabc==\n']],
  ])('splits %j at the first equals sign', (item, pair) => {
    expect(parsePairs([item])).toEqual([pair])
  })

  test.each([
    ['hunter2', 'item 2 has no "=": write it as id=value'],
    ['=hunter2', 'item 2 has nothing before its "=": write it as id=value'],
  ])('refuses %j without repeating text that may be secret', (item, message) => {
    const read = () => parsePairs(['a=b', item], 'id=value')
    expect(read).toThrow(message)
    expect(read).not.toThrow('hunter2')
  })
})
