import { expect, test } from '@jest/globals'
import type { ContainerOutcome } from '../../../../src/docker/container.js'
import { checkStart } from '../../../../src/image/verify/start-check.js'

const trace = (last: string) => [
  'Traceback (most recent call last):',
  '  File "/opt/main.py", line 1, in <module>',
  '    from .evaluator import evaluate',
  last,
]
const outcome = (changes: Partial<ContainerOutcome>): ContainerOutcome => ({
  exitCode: 1,
  timedOut: false,
  refusal: undefined,
  output: [],
  duration: 1000,
  ...changes,
})

test.each<[string, Partial<ContainerOutcome>, string[]]>([
  ['says what is missing and fails', { exitCode: 2, output: ['missing KOLENA_TOKEN'] }, []],
  ['fails with the missing variable in a traceback', { output: trace("KeyError: 'KOLENA_TOKEN'") }, []],
  ['fails with any other traceback', { output: trace('ValueError: x') }, ['traceback']],
  [
    "is started by its file, as in the platform's own example",
    { output: trace('ImportError: attempted relative import with no known parent package') },
    ['import-error'],
  ],
  ['misses a package', { output: trace("ModuleNotFoundError: No module named 'kolena'") }, ['import-error']],
  ['exits with 0', { exitCode: 0 }, ['silent-success']],
  ['exits with 0 after a traceback', { exitCode: 0, output: trace('KeyError: 1') }, ['silent-success']],
  ['does not end', { exitCode: undefined, timedOut: true }, ['start-timeout']],
  ['is killed', { exitCode: 137 }, ['start-crash']],
  [
    'cannot be started',
    { exitCode: undefined, refusal: 'docker: Error response from daemon: exec: "x": not found' },
    ['cannot-start'],
  ],
])('judges an image that %s', (_, changes, ids) => {
  expect(checkStart(outcome(changes)).map(({ id }) => id)).toEqual(ids)
})
