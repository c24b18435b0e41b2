import { rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { parsePythonJson } from '../../data/python-json.js'
import type { Fixture } from '../../platforms/kolena/contract/fixture.js'

/**
 * Writes a fixture file with one sample per line, and replaces an earlier one at the end. Keeps the expected metrics of
 * an earlier file, by the names of their test cases. Returns how many values became null because JSON does not have them.
 */
export async function writeFixture(path: string, fixture: Fixture, existing?: Fixture): Promise<number> {
  const partial = join(dirname(path), `.${basename(path)}.${process.pid}`)
  const counter = { replaced: 0 }
  try {
    await writeFile(partial, textOf(fixture, existing, counter), { flag: 'wx' })
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
  return counter.replaced
}

async function* textOf(
  { test_cases, batches }: Fixture,
  existing: Fixture | undefined,
  counter: { replaced: number },
): AsyncGenerator<string> {
  const json = (text: string) => {
    try {
      JSON.parse(text)
      return text
    } catch {
      counter.replaced++
      return JSON.stringify(parsePythonJson(text))
    }
  }
  yield '{\n  "test_cases": ['
  for (const [index, { name }] of test_cases.entries()) {
    yield `${index > 0 ? ',' : ''}\n    {\n      "name": ${JSON.stringify(name)},\n`
    const expected = existing?.test_cases.find((one) => one.name === name)?.expected
    if (expected) yield `      "expected": ${JSON.stringify(expected)},\n`
    yield '      "samples": ['
    const some = batches[index] ?? []
    for (const [number, batch] of some.entries()) {
      const { test_sample, test_sample_metadata, ground_truth, inference } = await batch.columns()
      const lines = test_sample.map((sample, row) => {
        const metadata = test_sample_metadata[row] ?? '{}'
        const parts = [
          `"test_sample": ${json(sample)}`,
          ...(metadata === '{}' ? [] : [`"metadata": ${json(metadata)}`]),
          `"ground_truth": ${json(ground_truth[row] ?? '{}')}`,
          `"inference": ${json(inference[row] ?? '{}')}`,
        ]
        return `\n        { ${parts.join(', ')} }`
      })
      yield (number > 0 ? ',' : '') + lines.join(',')
    }
    yield `${some.length > 0 ? '\n      ' : ''}]\n    }`
  }
  yield '\n  ]\n}\n'
}
