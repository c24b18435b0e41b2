/** The files that a repository gets. */
import { posix } from 'node:path'
import { stringify } from 'yaml'
import { inputNames, type Values } from './values.js'

export const WORKFLOW = '.github/workflows/evaluator.yml'
export const FIXTURE = 'contract-fixture.json'
/** Names no file, so the action says that the Dockerfile is missing. An empty `file` would be `Dockerfile`. */
export const NO_DOCKERFILE = 'SET-THE-PATH-OF-THE-DOCKERFILE'

const remarks = {
  workflow: "the name of the platform's workflow",
  'evaluator-name': 'the name that the evaluator reports to the platform',
  image: 'the name of the image, such as keypoint_detection_evaluator',
  file: 'the path of the Dockerfile',
} as const

/**
 * Returns the workflow. The action refuses to start until each value that was not found is set.
 * @param hasSamples whether the contract fixture can be used already
 */
export function workflowText(values: Values, hasSamples: boolean): string {
  const lines = inputNames.flatMap((name) => {
    const { value } = values[name]
    if (value === undefined) {
      const placeholder = name === 'file' ? NO_DOCKERFILE : ''
      return [`# Set ${remarks[name]}. Until then, the action fails.`, `${name}: ${quoted(placeholder)}`]
    }
    const isDefault = name === 'file' && value === posix.join(values.context, 'Dockerfile')
    return isDefault ? [] : [`${name}: ${quoted(value)}`]
  })
  if (values.context !== '.') lines.push(`context: ${quoted(values.context)}`)
  const settings = ['verify: contract', `contract-fixture: ${FIXTURE}`]
  const contract = hasSamples
    ? settings
    : [
        `# When ${FIXTURE} has your samples, also run the evaluator on them and show its metrics:`,
        ...settings.map((line) => `# ${line}`),
      ]
  return `# Builds and checks the evaluator in pull requests, and publishes it when a tag such as v1.2.3 is pushed.
name: Evaluator

on:
  pull_request:
  push:
    tags: ["v*"]

permissions:
  contents: read

# Pull requests run side by side, and a new commit replaces the run of the previous one. Tags are published one by one,
# because the last registration replaces the others.
concurrency:
  group: evaluator-\${{ github.event.pull_request.number || 'publish' }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}

jobs:
  evaluator:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
        with:
          persist-credentials: false
      - uses: OWNER/evaluator-action@v1
        with:
${lines.map((line) => `          ${line}\n`).join('')}          # Only tags get the token: a pull request builds and runs code that nobody has reviewed yet.
          api-token: \${{ github.event_name == 'push' && secrets.KOLENA_TOKEN || '' }}
          # To post the report as a comment, remove this line and give the job the permission pull-requests: write.
          comment: "off"
${contract.map((line) => `          ${line}\n`).join('')}`
}

/** Returns a value as a YAML string, whatever it looks like. */
function quoted(value: string): string {
  return stringify(value, { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 }).trimEnd()
}

const ignored = [
  ['# What the image does not need'],
  ['.git', '.github', '.gitignore', '.dockerignore', FIXTURE],
  [
    '**/__pycache__',
    '**/*.pyc',
    '**/.venv',
    '**/venv',
    '**/.pytest_cache',
    '**/.mypy_cache',
    '**/.ruff_cache',
  ],
  ['**/.ipynb_checkpoints', '**/.idea', '**/.vscode', '**/.DS_Store', '**/node_modules'],
  ['', '# What must not get into an image'],
  ['**/.env', '**/.env.*', '**/.netrc', '**/.pypirc', '**/.aws', '**/.ssh', '**/id_rsa', '**/id_ed25519'],
].flat()

/** Returns the ignore file of a context. @param kept the paths that the Dockerfile names although a line excludes them */
export function ignoreText(kept: readonly string[]): string {
  const exceptions =
    kept.length > 0 ? ['', '# What the Dockerfile copies', ...kept.map((path) => `!${path}`)] : []
  return `${[...ignored, ...exceptions].join('\n')}\n`
}

/** Returns a fixture with one sample as an example. */
export function fixtureText(): string {
  const about = [
    "Replace the sample by samples of your test suite. Each part has the form that the client's _to_dict() returns.",
    `Or record them from the platform: evaluator-action record-fixture --output ${FIXTURE}`,
  ]
  const sample = {
    test_sample: { locator: 's3://bucket/image.jpg' },
    metadata: {},
    ground_truth: {},
    inference: {},
  }
  const content = { about, test_cases: [{ name: 'name of a test case', samples: [sample] }] }
  return `${JSON.stringify(content, undefined, 2)}\n`
}
