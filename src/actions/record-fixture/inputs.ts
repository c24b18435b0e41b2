import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod/mini'
import { type Fixture, readFixture } from '../../platforms/kolena/contract/fixture.js'
import type { RecordingInput } from '../../platforms/kolena/contract/recording.js'
import {
  loadPlatform,
  type Platform,
  platformFields,
  platformVariables,
  sampleLimit,
  testSuite,
} from '../../platforms/kolena/fields.js'
import { boolean, line, name } from '../../runtime/fields.js'
import { Inputs } from '../../runtime/inputs.js'
import type { ActionRequest } from '../../runtime/run-action.js'

/** The inputs of the command: names, types and rules. `description.ts` has descriptions and defaults. */
export const fields = {
  workflow: name,
  model: name,
  'test-suite': testSuite,
  output: line,
  samples: z.prefault(sampleLimit, '10000'),
  'omit-metadata': z.prefault(boolean, 'false'),
  ...platformFields,
}

export const variables = platformVariables

export interface RecordFixtureInputs {
  platform: Platform
  recording: RecordingInput
  output: string
  /** The fixture that `output` is now, whose expected metrics are kept. */
  existing: Fixture | undefined
}

/** Reads all inputs. Throws one `InputError` with every problem before anything is sent. */
export function loadInputs({ rawInputs }: ActionRequest): RecordFixtureInputs {
  const inputs = new Inputs(fields, variables, rawInputs)
  const { values } = inputs
  const { output = '', 'test-suite': suite } = values
  const required = {
    workflow: "write the name of the platform's workflow",
    model: 'write the name of the model',
    'test-suite': 'write name or name@version',
    output: 'write the path of the fixture, such as contract-fixture.json',
  } as const
  for (const name of Object.keys(required) as (keyof typeof required)[])
    inputs.missing(name, `is required; ${required[name]}`)
  if (!existsSync(dirname(output)))
    inputs.problem('output', output, 'its directory does not exist; create it, or write another path')
  const loaded = {
    platform: loadPlatform(inputs, 'to read samples and inferences'),
    recording: {
      workflow: values.workflow ?? '',
      model: values.model ?? '',
      suite: suite ?? { name: '', version: null },
      limit: values.samples,
      metadata: !values['omit-metadata'],
      inputs: { model: 'model', suite: 'test-suite' },
    },
    output,
    existing: existsSync(output) ? inputs.attempt('output', () => readExisting(output)) : undefined,
  }
  inputs.refuse()
  return loaded
}

/** Another file is not replaced. */
function readExisting(path: string): Fixture {
  try {
    return readFixture(path)
  } catch (cause) {
    throw new Error('exists and is not a fixture; remove it, or write another path', { cause })
  }
}
