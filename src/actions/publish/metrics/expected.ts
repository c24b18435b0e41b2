import { ActionError, InputError } from '../../../runtime/errors.js'
import type { PublishInputs } from '../inputs.js'
import type { PublishResult } from '../result.js'

/** Returns the inputs for a run that writes the expected metrics, and therefore expects none itself. */
export function expectNothing(inputs: PublishInputs): PublishInputs {
  const { verify } = inputs
  if (verify?.recording)
    throw new InputError([
      '--update-expected: writes into a fixture file, and fixture-model has none; record one with evaluator-action record-fixture, and give it as --contract-fixture',
    ])
  if (!verify?.contract) return inputs
  const { contract } = verify
  const metrics = { ...contract.metrics, checkExpected: false }
  return { ...inputs, verify: { ...verify, contract: { ...contract, metrics } } }
}

/** Writes the computed metrics into the evaluator's fixture file. */
export async function writeExpected({ verify }: PublishInputs, result: PublishResult): Promise<void> {
  const { fixturePath, contract } = verify ?? {}
  const { metrics } = result.verification?.contract ?? {}
  if (fixturePath === undefined || !contract?.fixture || !metrics)
    throw new ActionError(
      'There is nothing to write into expected: give --verify contract and a --contract-fixture with samples.',
    )
  // Only this command needs the YAML parser.
  const { updateExpected } = await import('./update-expected.js')
  updateExpected(fixturePath, contract.fixture, metrics)
}
