import { runContainer } from '../../docker/container.js'
import type { EngineCaller } from '../../docker/engine.js'
import { watchPeakMemory } from '../../docker/memory.js'
import { type InternalNetwork, withInternalNetwork } from '../../docker/network.js'
import {
  type ContractRun,
  type Evidence,
  evidenceOf,
  exitOf,
} from '../../platforms/kolena/contract/evidence.js'
import { emptyFixture, type Fixture } from '../../platforms/kolena/contract/fixture.js'
import {
  environmentOf,
  inventScenario,
  requiredVariables,
  type Scenario,
} from '../../platforms/kolena/contract/scenario.js'
import { type Fault, startStandIn } from '../../platforms/kolena/contract/stand-in.js'
import * as log from '../../runtime/log.js'
import { mapSettled } from '../../util/map-settled.js'
import { checkContract, checkFailures, type FailureRun, fails } from './contract-check.js'
import type { Finding } from './findings.js'

/** What is to be proven, and of what evaluator. */
export interface ContractInput {
  workflow: string
  evaluatorName: string
  /** Whether it is registered with a secret. */
  secret: boolean
  awsRole: string | undefined
  /** undefined: a test suite without samples. */
  fixture: Fixture | undefined
  /** Seconds that each run may take. */
  timeLimit: number
}

/** What the contract check saw. */
export interface ContractResult {
  evidence: Evidence[]
  findings: Finding[]
  /** Milliseconds of the run in which everything works. */
  duration: number
  /** Bytes; undefined where this machine cannot tell. */
  peakMemory: number | undefined
  samples: number
}

/** Runs that may go on at the same time: they share the runner's few processors. */
const SIDE_BY_SIDE = 3

/**
 * Runs the image as the platform does, against a stand-in for the platform in a network without a way out: once with
 * everything in order, then with a platform that fails and with each variable missing.
 */
export async function checkContractOf(
  caller: EngineCaller,
  image: string,
  input: ContractInput,
): Promise<ContractResult> {
  return await withInternalNetwork(caller, async (network) => {
    const fixture = input.fixture ?? emptyFixture
    const scenario = inventScenario(input.workflow)
    const bench = new Bench(caller, image, network, scenario, fixture, input)
    const { run, peakMemory } = await bench.runMeasured()
    const findings = checkContract(run, scenario, input.evaluatorName)
    const reached = run.requests.length > 0
    const failures = reached ? await runFailures(bench, caller.signal) : []
    return {
      evidence: [
        ...evidenceOf(run, scenario, input.evaluatorName),
        ...failures.map(({ situation, run }) => ({
          check: `fails ${situation}`,
          seen: exitOf(run.outcome),
          holds: fails(run),
        })),
      ],
      findings: [...findings, ...checkFailures(failures)],
      duration: run.outcome.duration,
      peakMemory,
      samples: fixture.test_cases.reduce((sum, { samples }) => sum + samples.length, 0),
    }
  })
}

type Failure = Omit<FailureRun, 'run'> & { fault?: Fault; without?: string }

const failures: Failure[] = [
  { id: 'ignores-failure', situation: 'when the platform refuses the token (401)', fault: 'unauthorized' },
  { id: 'ignores-failure', situation: 'when the platform answers 500', fault: 'broken' },
  ...requiredVariables.map(
    (without): Failure => ({
      id: 'ignores-missing-variable',
      situation: `without ${without}`,
      without,
    }),
  ),
]

async function runFailures(bench: Bench, signal: AbortSignal): Promise<FailureRun[]> {
  // Each is waited for: the network goes only when no container is in it.
  const outcomes = await mapSettled(failures, SIDE_BY_SIDE, signal, async (failure) => ({
    ...failure,
    run: await bench.run(failure),
  }))
  return outcomes.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason
    return outcome.value
  })
}

/** Where the image is run: each run has a stand-in of its own, so that their requests do not mix. */
class Bench {
  readonly #caller: EngineCaller
  readonly #image: string
  readonly #network: InternalNetwork
  readonly #scenario: Scenario
  readonly #fixture: Fixture
  readonly #input: ContractInput

  constructor(
    caller: EngineCaller,
    image: string,
    network: InternalNetwork,
    scenario: Scenario,
    fixture: Fixture,
    input: ContractInput,
  ) {
    this.#caller = caller
    this.#image = image
    this.#network = network
    this.#scenario = scenario
    this.#fixture = fixture
    this.#input = input
  }

  /** The run with everything in order, its output in the log. */
  async runMeasured(): Promise<{ run: ContractRun; peakMemory: number | undefined }> {
    const ended = new AbortController()
    let id: string | undefined
    const memory = watchPeakMemory(() => id, ended.signal)
    try {
      const run = await this.run({}, (created) => {
        id = created
      })
      ended.abort()
      showOutput('Evaluate against a stand-in for the platform', run.outcome.output)
      return { run, peakMemory: await memory }
    } finally {
      ended.abort()
    }
  }

  async run(
    { fault, without }: { fault?: Fault; without?: string },
    created: (id: string) => void = () => {},
  ): Promise<ContractRun> {
    const { secret, awsRole, timeLimit } = this.#input
    const standIn = await startStandIn(this.#network.gateway, this.#scenario, this.#fixture, fault)
    try {
      const all = environmentOf(this.#scenario, standIn.url, { secret, awsRole })
      const given = Object.entries(all).filter(([name]) => name !== without)
      const outcome = await runContainer(this.#caller, this.#image, {
        network: this.#network.name,
        dns: noNameServer,
        environment: Object.fromEntries(given),
        timeLimit,
        created,
      })
      return { outcome, requests: standIn.requests }
    } finally {
      await standIn.close()
    }
  }
}

/** Some engines forward names of an internal network to the machine's name servers; this one answers nothing, soon. */
const noNameServer = { servers: ['127.0.0.1'], options: ['timeout:1', 'attempts:1'] }

/** Shows the last lines that a container printed. */
export function showOutput(title: string, output: readonly string[]): void {
  log.startGroup(title)
  for (const line of output) log.info(line)
  log.endGroup()
}
