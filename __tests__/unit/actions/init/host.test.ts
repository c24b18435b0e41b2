import { expect, test } from '@jest/globals'
import { readHost } from '../../../../src/actions/init/host.js'

test.each([
  ['https://github.com/acme/evaluator.git', 'github', 'github.com'],
  ['https://user:token@GitHub.com:443/acme/evaluator', 'github', 'github.com'],
  ['git@github.com:acme/evaluator.git', 'github', 'github.com'],
  ['ssh://git@ssh.github.com:443/acme/evaluator.git', 'github', 'github.com'],
  ['https://acme.ghe.com/team/evaluator', 'enterprise', 'acme.ghe.com'],
  ['https://gitlab.com/acme/evaluator.git', 'other', 'gitlab.com'],
  ['git@gitlab.acme.dev:team/evaluator.git', 'other', 'gitlab.acme.dev'],
  ['https://bitbucket.org/acme/evaluator', 'other', 'bitbucket.org'],
  ['git@ssh.dev.azure.com:v3/acme/evaluator', 'other', 'ssh.dev.azure.com'],
  [
    'https://git-codecommit.us-east-1.amazonaws.com/v1/repos/e',
    'other',
    'git-codecommit.us-east-1.amazonaws.com',
  ],
  ['https://git.acme.dev/team/evaluator', 'unknown', 'git.acme.dev'],
  ['work:acme/evaluator', 'unknown', 'work'],
  ['https://github.com.evil.example/acme', 'unknown', 'github.com.evil.example'],
  ['https://github.com@evil.example/acme', 'unknown', 'evil.example'],
  ['origin', 'none', ''],
  ['', 'none', ''],
  ['/srv/git/evaluator.git', 'none', ''],
  ['./a:b', 'none', ''],
  ['file://host/srv/git', 'none', ''],
  ['http://localhost:3000/acme/e', 'none', ''],
  ['https://\u001b[31m.example/acme', 'none', ''],
])('reads the host of the remote %s as %s', (address, kind, name) => {
  expect(readHost(`${address}\n`)).toEqual({ kind, name })
})
