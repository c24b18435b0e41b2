import { expect, test } from '@jest/globals'
import type { LocalImage } from '../../../../src/docker/image.js'
import { parseDockerfile } from '../../../../src/image/dockerfile/instructions.js'
import { readStages } from '../../../../src/image/dockerfile/stages.js'
import { findAddedSteps } from '../../../../src/image/layers/history.js'
import { checkConfig } from '../../../../src/image/verify/config-checks.js'
import { SecretSearch } from '../../../../src/image/verify/secret-search.js'

const token = 'acme-api-token-0123456789'
const search = new SecretSearch([{ label: 'the API token', value: token }])
const dockerfile = 'FROM base\nARG NOTHING\nENV A=1\nRUN make\nENTRYPOINT ["python3"]\n'

interface Changes extends Partial<Omit<LocalImage, 'facts'>> {
  facts?: Partial<LocalImage['facts']>
  history?: string[]
  dockerfile?: string
}

function check({ facts, history, dockerfile: text = dockerfile, ...image }: Changes, platforms?: string[]) {
  const steps = history ?? [
    'ARG NOTHING',
    'ENV A=1',
    'RUN /bin/sh -c make # buildkit',
    'ENTRYPOINT ["python3"]',
  ]
  const entries = ['ADD rootfs.tar /', ...steps].map((createdBy) => ({ createdBy, size: 1 }))
  const whole: LocalImage = {
    id: 'sha256:1',
    repoDigests: [],
    environment: ['PATH=/usr/bin'],
    labels: {},
    layerDigests: [],
    layerDirectories: [],
    ...image,
    facts: {
      platform: 'linux/amd64',
      entrypoint: ['python3'],
      command: [],
      user: '10001',
      size: 1,
      layers: 2,
      ...facts,
    },
  }
  const [stage] = readStages(parseDockerfile(text), {
    target: undefined,
    platform: 'linux/amd64',
    buildArgs: [],
  })
  const added = findAddedSteps(entries, 2, 2, stage && [stage])
  return checkConfig(
    {
      image: whole,
      history: entries,
      steps: added,
      dockerfile: 'Dockerfile',
      ...(platforms && { platforms }),
    },
    search,
  ).map(({ id, place }) => [id, place?.line])
}

test.each<[string, Changes, [string, number | undefined][]]>([
  ['no problems', {}, []],
  ['no entry point', { facts: { entrypoint: [] } }, [['no-entrypoint', 5]]],
  ['a command but no entry point', { facts: { entrypoint: [], command: ['python3'] } }, []],
  ['a different platform', { facts: { platform: 'linux/arm64' } }, [['wrong-platform', undefined]]],
  ['the user root', { facts: { user: '0:0' } }, [['root-user', undefined]]],
  [
    'a shell as the entry point',
    { facts: { entrypoint: ['/bin/sh', '-c', 'python3'] } },
    [['shell-entrypoint', 5]],
  ],
  ['the token in a label', { labels: { a: token } }, [['secret-in-config', undefined]]],
  [
    'the token in a command',
    { history: ['ARG NOTHING', 'ENV A=1', `RUN /bin/sh -c curl -H ${token}`, 'ENTRYPOINT x'] },
    [['secret-in-config', 4]],
  ],
  ['KOLENA_TOKEN with a value', { environment: ['KOLENA_TOKEN=x'] }, [['token-variable', undefined]]],
  ['KOLENA_TOKEN without a value', { environment: ['KOLENA_TOKEN='] }, []],
  [
    'a variable that has the name of a secret',
    { environment: ['DB_PASSWORD=x'] },
    [['secret-like-variable', undefined]],
  ],
  ['a variable that holds the path of a secret', { environment: ['DB_PASSWORD=/run/secrets/db'] }, []],
  ["the base image's public key", { environment: ['GPG_KEY=7169605F62C751356D054A26A821E680E5FA6305'] }, []],
  [
    'a build argument that has the name of a secret',
    { history: ['ARG NOTHING', 'ENV A=1', 'RUN |2 A=1 PIP_TOKEN=x /bin/sh -c make', 'ENTRYPOINT x'] },
    [['secret-like-variable', undefined]],
  ],
  [
    'a command that sets such a variable',
    { history: ['ARG NOTHING', 'ENV A=1', 'RUN |1 A=1 /bin/sh -c PIP_TOKEN=$(cat x) make', 'ENTRYPOINT x'] },
    [],
  ],
  ['GPU variables', { environment: ['CUDA_VERSION=12'] }, [['gpu-image', undefined]]],
])('checks the configuration of an image with %s', (_, changes, findings) => {
  expect(check(changes)).toEqual(findings)
})

test.each(['linux/amd64', 'linux/arm64'])('accepts an image for AWS Lambda on %s', (platform) => {
  expect(check({ facts: { platform } }, ['linux/amd64', 'linux/arm64'])).toEqual([])
})

test.each([
  [['ENV API_TOKEN=abc', 'ENV API_TOKEN_FILE=/run/x'], 2],
  [['ENV A=1 API_TOKEN=abc B=2', 'ENV MY_API_TOKEN=/x'], 2],
  [['ENV API_TOKEN=abc', 'ENV API_TOKEN=def'], 3],
  [['ENV API_TOKEN abc', 'ENV A API_TOKEN'], 2],
  [['ENV API_TOKEN=abc', 'ENV A="x API_TOKEN=y"'], 2],
  [['ARG API_TOKEN', 'ENV A=$API_TOKEN'], undefined],
])('in the Dockerfile %j, the variable API_TOKEN is set in line %s', (lines, line) => {
  const found = check({
    environment: ['API_TOKEN=abc'],
    history: lines,
    dockerfile: `FROM base\n${lines.join('\n')}\n`,
  })
  expect(found).toEqual([['secret-like-variable', line]])
})
