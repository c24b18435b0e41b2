import { describe, expect, test } from '@jest/globals'
import { findNames, onlyValue } from '../../../../src/actions/init/evidence.js'
import { readPythonFile } from '../../../../src/actions/init/python/names.js'
import { readRegistrations } from '../../../../src/actions/init/shell.js'

/** Returns what a repository with these files says, as `value (place)`, and `place` for what is unclear. */
function namesIn(files: Record<string, string>) {
  const python = new Map(
    Object.entries(files).flatMap(([path, text]) => {
      const file = path.endsWith('.py') && text.includes('kolena') ? readPythonFile(text) : undefined
      return file ? [[path, file] as const] : []
    }),
  )
  const names = findNames({
    python,
    registrations: Object.entries(files).flatMap(([path, text]) =>
      path.endsWith('.sh') ? readRegistrations(path, text) : [],
    ),
    load: (path) => readPythonFile(files[path] ?? ''),
    paths: Object.keys(files).filter((path) => path.endsWith('.py')),
  })
  const shown = ({ candidates, unclear }: (typeof names)['image']) => [
    ...candidates.map(({ value, place }) => `${value} (${place})`),
    ...unclear,
  ]
  return {
    workflow: shown(names.workflow),
    evaluator: shown(names['evaluator-name']),
    image: shown(names.image),
  }
}

const workflowIn = (text: string, others: Record<string, string> = {}) =>
  namesIn({ 'pkg/workflow.py': text, ...others }).workflow

describe('the name of the workflow', () => {
  test.each([
    ['a literal', 'from kolena.workflow import define_workflow\nx = define_workflow("A b", S, G, I)', 'A b'],
    [
      'a keyword',
      'from kolena.workflow import define_workflow\ndefine_workflow(inference_type=I, name="A")',
      'A',
    ],
    [
      'another name of the function',
      'from kolena.workflow import (\n  define_workflow as d,\n)\nd("A")',
      'A',
    ],
    ['the module', 'import kolena.workflow\nkolena.workflow.define_workflow("A")', 'A'],
    ['another name of the module', 'import kolena.workflow as kw\n*_, M = kw.define_workflow("A")', 'A'],
    ['the package', 'from kolena import workflow\nworkflow.define_workflow("A")', 'A'],
    ['everything of the module', 'from kolena.workflow import *\ndefine_workflow("A")', 'A'],
    ['a function', 'def f():\n  from kolena.workflow import define_workflow as d\n  return d("A")', 'A'],
    [
      'joined literals',
      'from kolena.workflow import define_workflow\ndefine_workflow(("A" \' b\'\n"c"), S)',
      'A bc',
    ],
    ['a constant', 'from kolena.workflow import define_workflow\nN = "A"\ndefine_workflow(N)', 'A'],
    [
      'a typed constant',
      'from kolena.workflow import define_workflow\nN: Final[str] = "A"\ndefine_workflow(N)',
      'A',
    ],
    [
      'a constant of a constant',
      'from kolena.workflow import define_workflow\nN = "A"\nM = N\ndefine_workflow(M)',
      'A',
    ],
    ['a workflow without define_workflow', 'from kolena.workflow import Workflow\nWorkflow(name="A")', 'A'],
  ])('is read from %s', (_, text, name) => {
    expect(workflowIn(text)).toEqual([expect.stringMatching(`^${name} \\(pkg/workflow\\.py:\\d+\\)$`)])
  })

  test.each([
    ['a relative import', 'from .constants import NAME as N', 'N', 'pkg/constants.py'],
    ['an import of the folder above', 'from ..constants import NAME', 'NAME', 'constants.py'],
    ['a relative import of the module', 'from . import constants', 'constants.NAME', 'pkg/constants.py'],
    ['an absolute import', 'from pkg.constants import NAME', 'NAME', 'src/pkg/constants.py'],
    ['an import of the module', 'import pkg.constants', 'pkg.constants.NAME', 'src/pkg/constants.py'],
    ['the module under another name', 'import pkg.constants as c', 'c.NAME', 'src/pkg/constants.py'],
    ['a package', 'from .names import NAME', 'NAME', 'pkg/names/__init__.py'],
    ['its own package', 'from . import NAME', 'NAME', 'pkg/__init__.py'],
  ])('is read from a constant through %s', (_, line, name, path) => {
    const text = `${line}\nfrom kolena.workflow import define_workflow\ndefine_workflow(${name})`
    expect(workflowIn(text, { [path]: 'NAME = "A"' })).toEqual(['A (pkg/workflow.py:3)'])
  })

  test.each([
    ['an f-string', 'define_workflow(f"A {x}")'],
    ['bytes', 'define_workflow(b"A")'],
    ['a sum', 'define_workflow("A" + x)'],
    ['a method of a literal', 'define_workflow("A".lower())'],
    ['a call', 'define_workflow(name())'],
    ['an item', 'define_workflow(NAMES[0])'],
    ['a list of arguments', 'define_workflow(*arguments)'],
    ['options', 'define_workflow(**options)'],
    ['an unknown name', 'define_workflow(NAME)'],
    ['a name that is assigned twice', 'N = "A"\nN = "B"\ndefine_workflow(N)'],
    ['a name that is changed', 'N = "A"\nN += "B"\ndefine_workflow(N)'],
    ['names that refer to each other', 'N = M\nM = N\ndefine_workflow(N)'],
    ['an attribute', 'define_workflow(self.name)'],
  ])('is unclear with %s', (_, line) => {
    expect(workflowIn(`from kolena.workflow import define_workflow\n${line}`)).toEqual([
      expect.stringMatching(/^pkg\/workflow\.py:\d+$/),
    ])
  })

  test.each([
    [
      'a function of another package',
      'import kolena\nfrom other import define_workflow\ndefine_workflow("A")',
    ],
    ['a definition', 'import kolena\ndef define_workflow(name="A"):\n  pass'],
    ['a method', 'import kolena\nself.define_workflow("A")'],
    ['a comment', 'from kolena.workflow import define_workflow\n# define_workflow("A")'],
    ['a string', 'from kolena.workflow import define_workflow\n"""define_workflow("A")"""'],
  ])('is not read from %s', (_, text) => {
    expect(workflowIn(text)).toEqual([])
  })

  test('has several candidates if files define several workflows', () => {
    const text = (name: string) => `from kolena.workflow import define_workflow as d\nd("${name}")`
    expect(namesIn({ 'a.py': text('A'), 'b.py': text('B') }).workflow).toEqual(['A (a.py:2)', 'B (b.py:2)'])
  })
})

const evaluatorIn = (text: string, others: Record<string, string> = {}) =>
  namesIn({
    'pkg/main.py': `from kolena.workflow import test, TestRun, Evaluator, EvaluationResults\n${text}`,
    ...others,
  }).evaluator

describe('the name of the evaluator', () => {
  test.each([
    ['a function', 'def run(a): pass\ntest(model, suite, run, configurations=[A(), B()])', 'run'],
    ['a keyword', 'def run(a): pass\ntest(model, evaluator=run, test_suite=suite)', 'run'],
    ['a test run', 'def run(a): pass\nTestRun(model, suite, run).run()', 'run'],
    ['an imported function', 'from .evaluator import evaluate as run\ntest(model, suite, run)', 'evaluate'],
    ['a module', 'from . import evaluator\ntest(model, suite, evaluator.evaluate)', 'evaluate'],
    [
      'an evaluator object',
      'class Mine(Evaluator): pass\ntest(model, suite, Mine(configurations=[x(1)]))',
      'Mine',
    ],
    ['a class', 'class Mine[T](Evaluator): pass\ntest(model, suite, Mine)', 'Mine'],
    ['a variable', 'class Mine(Evaluator): pass\nmine = Mine()\ntest(model, suite, mine)', 'Mine'],
    ['an imported variable', 'from .evaluator import instance\ntest(model, suite, instance)', 'Imported'],
    ['a package that imports it', 'from .metrics import evaluate\ntest(model, suite, evaluate)', 'evaluate'],
    ['a definition, if nothing uses it', 'def run(a, b=f(1)) -> EvaluationResults:\n  pass', 'run'],
    ['a definition with a quoted type', 'def run[T](a) -> "EvaluationResults": ...', 'run'],
    ['a definition with a type of a module', 'async def run(a) -> w.EvaluationResults: ...', 'run'],
    [
      'a class, if nothing uses it',
      '@dataclass\nclass Mine(Base, Evaluator):\n  def run(self): pass',
      'Mine',
    ],
    [
      'the only definition, if a use is unclear',
      'def run(a) -> EvaluationResults: ...\ntest(model, suite, EVALUATORS[name])',
      'run',
    ],
  ])('is read from %s', (_, text, name) => {
    const others = {
      'pkg/evaluator.py': 'class Imported: pass\ninstance = Imported()\ndef evaluate(): pass',
      'pkg/metrics/__init__.py': 'from ..evaluator import evaluate',
    }
    expect(evaluatorIn(text, others)).toEqual([expect.stringMatching(`^${name} \\(pkg/main\\.py:\\d+\\)$`)])
  })

  test.each([
    ['a call of a function', 'def make(): pass\ntest(model, suite, make())'],
    [
      'a class that gives itself a name',
      'class A(Evaluator):\n  def display_name(self): return "x"\ntest(m, s, A())',
    ],
    ['a lambda', 'test(model, suite, lambda *x: x)'],
    ['a name of another package', 'from metrics import evaluate\ntest(model, suite, evaluate)'],
    ['a variable with two values', 'def a(): ...\ne = a\ne = b\ntest(model, suite, e)'],
  ])('is unclear with %s', (_, text) => {
    expect(evaluatorIn(text).every((place) => /^pkg\/main\.py:\d+$/.test(place))).toBe(true)
    expect(evaluatorIn(text)).not.toEqual([])
  })

  test('is that of the evaluator in use, and not of others', () => {
    const text = 'class A(Evaluator): ...\nclass B(Evaluator): ...\ntest(model, suite, B())'
    expect(evaluatorIn(text)).toEqual(['B (pkg/main.py:4)'])
  })

  test('has several candidates if several evaluators are defined and none is used', () => {
    const text = 'class A(Evaluator): ...\ndef b() -> EvaluationResults: ...'
    expect(evaluatorIn(text)).toEqual(['A (pkg/main.py:2)', 'b (pkg/main.py:3)'])
  })

  test('ignores display_name of other classes, such as configurations', () => {
    const text = 'class A(Evaluator):\n  x: int\n\nclass C:\n  def display_name(self): ...\n'
    expect(evaluatorIn(text)).toEqual(['A (pkg/main.py:2)'])
  })

  test('ignores a model test without an evaluator, and functions called test', () => {
    expect(evaluatorIn('test(model, suite)')).toEqual([])
    expect(namesIn({ 'a.py': 'import kolena\ntest(a, b, c)' }).evaluator).toEqual([])
  })
})

const script = `#!/usr/bin/env bash
set -eu
IMAGE_NAME="keypoint_detection_evaluator"
IMAGE_TAG="\${IMAGE_NAME}:v1"
WORKFLOW="Keypoint Detection"
ORGANIZATION=<organization>
TARGET_IMAGE_TAG="docker.kolena.io/$ORGANIZATION/$IMAGE_TAG"
# kolena evaluator register --workflow no
poetry run kolena evaluator register \\
  --workflow "$WORKFLOW" \\
  --evaluator-name=evaluate_keypoints \\
  --image $TARGET_IMAGE_TAG
`

describe('a script that registers', () => {
  const read = (text: string) => readRegistrations('publish.sh', text)

  test('names workflow, evaluator and image through its variables', () => {
    expect(namesIn({ 'docker/publish.sh': script })).toEqual({
      workflow: ['Keypoint Detection (docker/publish.sh:9)'],
      evaluator: ['evaluate_keypoints (docker/publish.sh:9)'],
      image: ['keypoint_detection_evaluator (docker/publish.sh:9)'],
    })
  })

  test.each([
    [
      'short options',
      "kolena evaluator register -w 'A b' -n e -i ghcr.io/acme/e:v1;",
      ['A b', 'e', 'ghcr.io/acme/e'],
    ],
    [
      'arguments of the script',
      'kolena evaluator register -w "$1" -n $NAME -i e',
      [undefined, undefined, 'e'],
    ],
    [
      'output of commands',
      'kolena evaluator register -w "$(cat w)" -n `cat n` -i e',
      [undefined, undefined, 'e'],
    ],
    ['two values', 'W=a\nW=b\nkolena evaluator register -w $W -n e -i i', [undefined, 'e', 'i']],
    ['the same value twice', 'W=a\nexport W=a\nkolena evaluator register -w $W -n e -i i', ['a', 'e', 'i']],
    [
      'an organization and a tag that only the shell knows',
      'kolena evaluator register -w w -n e -i docker.kolena.io/$ORG/i:$(git describe)',
      ['w', 'e', 'i'],
    ],
    [
      'an organization and a tag that only the shell knows',
      'kolena evaluator register -w w -n e -i docker.kolena.io/$ORG/i:$(git describe)',
      ['w', 'e', 'i'],
    ],
    [
      'an image with a digest',
      'kolena evaluator register -w w -n e -i r:5000/i@sha256:0',
      ['w', 'e', 'r:5000/i'],
    ],
  ])('is read with %s', (_, text, [workflow, evaluator, image]) => {
    expect(read(text)).toMatchObject([{ workflow, evaluator, image }])
  })

  test.each(['kolena evaluator list -w a', 'echo evaluator register', "echo 'kolena evaluator register'"])(
    'is not read from: %s',
    (text) => {
      expect(read(text)).toEqual([])
    },
  )

  test('adds a candidate where it contradicts the code', () => {
    const files = {
      'publish.sh': 'kolena evaluator register -w w -n other -i i',
      'main.py': 'from kolena.workflow import test\ndef run(): ...\ntest(m, s, run)',
    }
    expect(namesIn(files).evaluator).toEqual(['other (publish.sh:1)', 'run (main.py:3)'])
  })

  test.each([
    ['nested substitutions', `A=${'${a:-'.repeat(60_000)}`],
    ['continued lines', 'a\\\n'.repeat(60_000)],
    ['quotes', `A=${'"\''.repeat(60_000)}`],
    ['variables', Array.from({ length: 5000 }, (_, at) => `A${at}=a$A${at - 1}$A${at - 1}\n`).join('')],
  ])('is read in linear time: %s', (_, text) => {
    const started = performance.now()
    read(text)
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

describe('one value', () => {
  const at = (value: string) => ({ value, place: value })

  test('is the value that all candidates agree on', () => {
    expect(onlyValue({ candidates: [at('a'), { value: 'a', place: 'b' }], unclear: [] })).toEqual(at('a'))
  })

  test.each([
    ['there is none', { candidates: [], unclear: [] }],
    ['candidates differ', { candidates: [at('a'), at('b')], unclear: [] }],
    ['another place is unclear', { candidates: [at('a')], unclear: ['x'] }],
  ])('is not chosen if %s', (_, evidence) => {
    expect(onlyValue(evidence)).toBeUndefined()
  })
})

describe('hostile Python files', () => {
  const client = 'from kolena.workflow import define_workflow, test, Evaluator\n'
  test.each([
    ['nested calls', `${client}${'define_workflow('.repeat(20_000)}${')'.repeat(20_000)}`],
    ['calls with nested brackets', `${client}${'test(a, b, (('.repeat(10_000)}${')))'.repeat(10_000)}`],
    ['strings with nested calls', `${client}${'define_workflow(""('.repeat(20_000)}${'))'.repeat(20_000)}`],
    ['long paths', `${client}${'a.'.repeat(50_000)}test(a)`],
    ['many classes', `${client}${'class A(Evaluator): pass\n'.repeat(10_000)}`],
    [
      'nested classes',
      `${client}${Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}class A:\n`).join('')}`,
    ],
    ['many assignments', `${client}${'a = a\n'.repeat(30_000)}define_workflow(a)`],
    ['one long argument', `${client}define_workflow(${'"a"'.repeat(50_000)})`],
    ['many uses', `${client}${'N = "a"\ndefine_workflow(N)\n'.repeat(10_000)}`],
  ])('are read in linear time: %s', (_, text) => {
    const started = performance.now()
    namesIn({ 'a.py': text })
    expect(performance.now() - started).toBeLessThan(5000)
  })
})
