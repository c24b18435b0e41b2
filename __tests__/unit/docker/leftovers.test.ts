import { expect, test } from '@jest/globals'
import { removeLeftovers } from '../../../src/docker/leftovers.js'
import { ownProcess } from '../../../src/docker/owner.js'
import { scriptEngine } from '../../support/scripted-engine.js'

const engine = scriptEngine()
const [alive, dead] = [ownProcess(), ownProcess().replace(/\d+$/, '1')]
const labels = (owner: string) => ({ 'evaluator-action.process': owner })

test('the leftovers of killed runs are removed and counted, and nothing else', async () => {
  const container = (id: string, name: string, owner: string) => ({
    Id: id,
    Names: [`/${name}`],
    Labels: labels(owner),
  })
  const answers: Record<string, unknown> = {
    '/containers/json': [
      container('left', 'evaluator-action-run-1', dead),
      container('used', 'evaluator-action-run-2', alive),
      container('other', 'evaluator', dead),
    ],
    '/networks': [
      { Id: 'idle', Name: 'evaluator-action-network-1', Labels: labels(dead) },
      { Id: 'used', Name: 'evaluator-action-network-2', Labels: labels(alive) },
      { Id: 'other', Name: 'evaluator-action-network-3', Labels: null },
    ],
    '/images/json': [
      { RepoTags: [`127.0.0.1:4711/evaluator-action/a1:evaluator-action-${dead}`, 'evaluator:v1'] },
      { RepoTags: [`127.0.0.1:4711/evaluator-action/a2:evaluator-action-${alive}`] },
      { RepoTags: null },
    ],
  }
  engine.answer = ({ name }, response) => {
    const [method, path = ''] = name.split(/[ ?]/)
    response.end(method === 'GET' ? JSON.stringify(answers[path]) : '')
  }
  expect(await removeLeftovers(engine.docker)).toBe(3)
  const removed = engine.calls.map(({ name }) => name).filter((name) => name.startsWith('DELETE'))
  expect(removed.map((name) => decodeURIComponent(name.split('?')[0] ?? ''))).toEqual([
    'DELETE /containers/left',
    'DELETE /networks/idle',
    `DELETE /images/127.0.0.1:4711/evaluator-action/a1:evaluator-action-${dead}`,
  ])
})
