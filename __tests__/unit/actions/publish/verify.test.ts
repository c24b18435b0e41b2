import { describe, expect, test } from '@jest/globals'
import { SharedImage } from '../../../../src/actions/publish/shared-image.js'
import { verify } from '../../../../src/actions/publish/verify.js'
import type { GateMode } from '../../../../src/data/gate.js'
import { RunLog } from '../../../../src/runtime/run-log.js'
import { captureOutput } from '../../../support/captured-output.js'
import { inputs } from '../../../support/publications.js'
import { dockerAt } from '../../../support/scripted-engine.js'

const output = captureOutput()
const { signal } = new AbortController()

/** Verifies an image that only the registry has. */
async function verifyMissing(gate: GateMode, expected: object[] | undefined, checkExpected = true) {
  const test_cases = [
    { name: 'first', samples: [] },
    { name: 'second', samples: [], ...(expected && { expected }) },
  ]
  const contract = {
    workflow: 'w',
    evaluatorName: 'e',
    secret: false,
    awsRole: undefined,
    fixture: { test_cases } as never,
    timeLimit: 1,
    metrics: { tolerance: 1e-6, gate, checkExpected },
  }
  const context = {
    docker: dockerAt('', '/nowhere'),
    signal,
    runLog: new RunLog(),
    privateDirectory: '/nowhere',
    shared: new SharedImage([inputs]),
  }
  return await verify(
    { accepted: [], timeLimit: 1, contract },
    inputs,
    undefined,
    { recording: undefined, baseline: undefined },
    context,
  )
}

describe('an image that only the registry has', () => {
  const expected = [{ configuration: null, metrics: { f1: 1 } }]
  test.each<[string, GateMode, object[] | undefined, string]>([
    ['metrics-gate: fail', 'fail', undefined, 'metrics-gate: fail'],
    ['expected metrics', 'off', expected, 'expected in the contract-fixture'],
    ['expected metrics and a warning', 'warn', expected, 'expected in the contract-fixture'],
    ['both', 'fail', expected, 'metrics-gate: fail and expected in the contract-fixture'],
  ])('is refused with %s', async (_, gate, metrics, needs) => {
    await expect(verifyMissing(gate, metrics)).rejects.toThrow(
      `only the registry does. Its metrics are needed for ${needs}, so nothing was registered.`,
    )
  })

  test.each<[string, GateMode, object[] | undefined, boolean]>([
    ['without a gate', 'off', undefined, true],
    ['with a gate that only warns', 'warn', undefined, true],
    ['with an empty list of expected metrics', 'off', [], true],
    ['while expected metrics are being written', 'off', expected, false],
  ])('causes only a warning %s', async (_, gate, metrics, checkExpected) => {
    const { notVerified } = await verifyMissing(gate, metrics, checkExpected)
    expect(notVerified).toBe('the engine does not have the image, only the registry does')
    expect(output.text).toContain('The image was not verified')
  })
})
