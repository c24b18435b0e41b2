import { describe, expect, test } from '@jest/globals'
import { withInternalNetwork } from '../../../src/docker/network.js'
import { scriptEngine } from '../../support/scripted-engine.js'

const engine = scriptEngine()

/** An engine that has created a network with these addresses. */
function withGateways(gateways: (string | undefined)[]) {
  engine.answer = ({ name }, response) => {
    const Config = gateways.map((Gateway) => ({ Subnet: '172.30.0.0/16', Gateway }))
    response.end(name.startsWith('GET') ? JSON.stringify({ IPAM: { Config } }) : '{}')
  }
  return withInternalNetwork(engine.docker, async ({ gateway }) => gateway)
}

describe('a network without a route to the outside', () => {
  test.each([
    ['172.30.0.1', ['172.30.0.1']],
    ['172.30.0.1', [undefined, '172.30.0.1']],
    ['172.30.0.1', ['', '172.30.0.1']],
    ['fd00::1', ['fd00::1']],
  ])('has this machine at %s', async (address, gateways) => {
    expect(await withGateways(gateways)).toBe(address)
  })

  test.each([[[]], [[undefined]], [['']], [['0.0.0.0']], [['::']], [['nonsense']]])(
    'throws if the engine reports %j: a server must not listen on every address',
    async (gateways) => {
      await expect(withGateways(gateways)).rejects.toThrow('the engine reports no gateway')
      expect(engine.calls.at(-1)?.name).toMatch(/^DELETE \/networks\/evaluator-action-network-/)
    },
  )

  test('names the process that created it', async () => {
    await withGateways(['172.30.0.1'])
    expect(JSON.parse(engine.calls[0]?.body ?? '{}').Labels).toMatchObject({
      'evaluator-action.process': expect.stringMatching(/^\w+\.\d+\.\d+\.\d+\.\d+$/),
    })
  })
})
