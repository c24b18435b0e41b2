import type { GateMode } from '../../data/gate.js'
import type { RunMetrics } from '../../data/metrics.js'
import { runContainer } from '../../docker/container.js'
import type { EngineCaller } from '../../docker/engine.js'
import { watchPeakMemory } from '../../docker/memory.js'
import { type InternalNetwork, withInternalNetwork } from '../../docker/network.js'
import { type Decoded, decodeMetrics } from '../../platforms/kolena/contract/decode.js'
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
import { withScope } from '../../util/scope.js'
import {
  type Baseline,
  type BaselineRun,
  type Comparison,
  checkComparison,
  compareWith,
} from './comparison.js'
import { checkContract, checkFailures, type FailureRun, fails } from './contract-check.js'
import type { Finding } from './findings.js'
import { checkDeterminism, checkExpectedMetrics, checkReadable } from './metrics-check.js'

/** The evaluator to check and the requirements that it must meet. */
export interface ContractInput {
  workflow: string
  evaluatorName: string
  /** Whether it is registered with a secret. */
  secret: boolean
  awsRole: string | undefined
  /** undefined for a test suite without samples. */
  fixture: Fixture | undefined
  /** Maximum seconds per run. */
  timeLimit: number
  metrics: MetricsInput
}

/** How to judge metrics. */
export interface MetricsInput {
  /** Relative tolerance: numbers that differ by less are equal. */
  tolerance: number
  /** How a change from the baseline affects the run. */
  gate: GateMode
  /** Whether to check `expected` of the fixture; false if the run is about to update it. */
  checkExpected: boolean
}

/** Finds the image to compare the candidate with, and pulls or builds it. */
export type FindBaseline = (signal: AbortSignal) => Promise<Baseline>

/** The result of the contract check. */
export interface ContractResult {
  evidence: Evidence[]
  findings: Finding[]
  /** The duration in milliseconds of the run without simulated failures. */
  duration: number
  /** The peak memory in bytes; undefined if this machine cannot measure it. */
  peakMemory: number | undefined
  samples: number
  /** The metrics that the evaluator computed; undefined without samples, or if it failed before that. */
  metrics: RunMetrics | undefined
  /** The ids of metrics that differ between runs. */
  unstable: ReadonlySet<string>
  comparison: Comparison | undefined
}

/** Maximum number of runs at the same time, because they share the runner's few processors. */
const SIDE_BY_SIDE = 3

/**
 * Runs the image as the platform does, against a stand-in for the platform in an isolated network: once without
 * failures, then with a failing platform, and with each variable missing.
 */
export async function checkContractOf(
  caller: EngineCaller,
  image: string,
  input: ContractInput,
  findBaseline?: FindBaseline,
): Promise<ContractResult> {
  return await withInternalNetwork(caller, async (network) => {
    const fixture = input.fixture ?? emptyFixture
    const { count: samples } = fixture
    const scenario = inventScenario(input.workflow)
    const bench = new Bench(caller, network, scenario, fixture, input)
    const [{ run, peakMemory }, baseline] = await withScope(caller.signal, async ({ signal, start }) => {
      const measured = start(() => bench.runMeasured(image))
      const baseline = findBaseline && start(() => runBaseline(bench, findBaseline, signal))
      return [await measured, await baseline] as const
    })
    const findings = checkContract(run, scenario, input.evaluatorName)
    const decoded =
      samples > 0 && run.uploads.accepted.length > 0 ? decodeMetrics(run.uploads, fixture) : undefined
    const reached = run.requests.length > 0
    const again = decoded && run.outcome.exitCode === 0
    const { failures, second } = reached
      ? await runFailures(bench, image, again ?? false, caller.signal)
      : { failures: [], second: undefined }
    const metrics = judgeMetrics(decoded, second, baseline, fixture, input.metrics)
    return {
      evidence: [
        ...evidenceOf(run, scenario, input.evaluatorName),
        ...failures.map(({ situation, run }) => ({
          check: `fails ${situation}`,
          seen: exitOf(run.outcome),
          holds: fails(run),
        })),
      ],
      duration: run.outcome.duration,
      peakMemory,
      samples,
      ...metrics,
      findings: [...findings, ...checkFailures(failures), ...metrics.findings],
    }
  })
}

/** Returns the findings about the metrics of the runs. */
function judgeMetrics(
  decoded: Decoded | undefined,
  second: ContractRun | undefined,
  baseline: BaselineRun | undefined,
  fixture: Fixture,
  { tolerance, gate, checkExpected }: MetricsInput,
): Pick<ContractResult, 'metrics' | 'unstable' | 'comparison' | 'findings'> {
  const { metrics } = decoded ?? {}
  const again = second && second.outcome.exitCode === 0 ? decodeMetrics(second.uploads, fixture) : undefined
  const { ids, findings: unstable } =
    metrics && again
      ? checkDeterminism(metrics, again.metrics, tolerance)
      : { ids: new Set<string>(), findings: [] }
  const comparison = baseline && compareWith(baseline, metrics, fixture, tolerance)
  return {
    metrics,
    unstable: ids,
    comparison,
    findings: [
      ...(decoded ? checkReadable(decoded) : []),
      ...(checkExpected ? checkExpectedMetrics(fixture, metrics, tolerance) : []),
      ...unstable,
      ...(comparison ? checkComparison(comparison, gate) : []),
    ],
  }
}

/** Runs the baseline, or returns the reason why there is none. */
async function runBaseline(bench: Bench, find: FindBaseline, signal: AbortSignal): Promise<BaselineRun> {
  const baseline = await find(signal)
  return { baseline, run: baseline.image === undefined ? undefined : await bench.run(baseline.image, {}) }
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

/** Runs the image with each failure, and once more without one to check whether its metrics are the same. */
async function runFailures(
  bench: Bench,
  image: string,
  again: boolean,
  signal: AbortSignal,
): Promise<{ failures: FailureRun[]; second: ContractRun | undefined }> {
  // Wait for every run, because the network can be removed only without containers. Start the longest run first.
  const runs: (Failure | undefined)[] = [...(again ? [undefined] : []), ...failures]
  const outcomes = await mapSettled(runs, SIDE_BY_SIDE, signal, async (failure) => ({
    failure,
    run: await bench.run(image, failure ?? {}),
  }))
  const ended = outcomes.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason
    return outcome.value
  })
  return {
    failures: ended.flatMap(({ failure, run }) => (failure ? { ...failure, run } : [])),
    second: ended.find(({ failure }) => failure === undefined)?.run,
  }
}

/** Runs images. Each run has its own stand-in, so that requests of different runs do not mix. */
class Bench {
  readonly #caller: EngineCaller
  readonly #network: InternalNetwork
  readonly #scenario: Scenario
  readonly #fixture: Fixture
  readonly #input: ContractInput

  constructor(
    caller: EngineCaller,
    network: InternalNetwork,
    scenario: Scenario,
    fixture: Fixture,
    input: ContractInput,
  ) {
    this.#caller = caller
    this.#network = network
    this.#scenario = scenario
    this.#fixture = fixture
    this.#input = input
  }

  /** Runs the image without failures, and shows its output in the log. */
  async runMeasured(image: string): Promise<{ run: ContractRun; peakMemory: number | undefined }> {
    const ended = new AbortController()
    let id: string | undefined
    const memory = watchPeakMemory(() => id, ended.signal)
    try {
      const run = await this.run(image, {}, (created) => {
        id = created
      })
      ended.abort()
      await showOutput('Evaluate against a stand-in for the platform', run.outcome.output)
      return { run, peakMemory: await memory }
    } finally {
      ended.abort()
    }
  }

  async run(
    image: string,
    { fault, without }: { fault?: Fault; without?: string },
    created: (id: string) => void = () => {},
  ): Promise<ContractRun> {
    const { secret, awsRole, timeLimit } = this.#input
    // The metrics of a run that should fail are not used.
    const keep = fault === undefined && without === undefined
    const standIn = await startStandIn(this.#network.gateway, this.#scenario, this.#fixture, fault, keep)
    try {
      const all = environmentOf(this.#scenario, standIn.url, { secret, awsRole })
      const given = Object.entries(all).filter(([name]) => name !== without)
      const outcome = await runContainer(this.#caller, image, {
        network: this.#network.name,
        dns: noNameServer,
        environment: Object.fromEntries(given),
        timeLimit,
        created,
      })
      return { outcome, requests: standIn.requests, uploads: standIn.uploads }
    } finally {
      await standIn.close()
    }
  }
}

/**
 * Replaces the machine's name servers, to which some engines forward lookups of internal networks. Lookups fail fast.
 */
const noNameServer = { servers: ['127.0.0.1'], options: ['timeout:1', 'attempts:1'] }

/** Shows the last lines that a container printed. */
export async function showOutput(title: string, output: readonly string[]): Promise<void> {
  await log.group(title, () => {
    for (const line of output) log.info(line)
  })
}
