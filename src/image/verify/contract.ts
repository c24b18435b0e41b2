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
  metrics: MetricsInput
}

/** How metrics are judged. */
export interface MetricsInput {
  /** Relative: numbers that differ by less are equal. */
  tolerance: number
  /** What a change against the baseline does to the run. */
  gate: GateMode
  /** Whether `expected` of the fixture decides; not where it is about to be written anew. */
  checkExpected: boolean
}

/** Finds the image that the candidate is compared with, pulls or builds it. */
export type FindBaseline = (signal: AbortSignal) => Promise<Baseline>

/** What the contract check saw. */
export interface ContractResult {
  evidence: Evidence[]
  findings: Finding[]
  /** Milliseconds of the run in which everything works. */
  duration: number
  /** Bytes; undefined where this machine cannot tell. */
  peakMemory: number | undefined
  samples: number
  /** What the evaluator computed; undefined without samples, and where it did not get so far. */
  metrics: RunMetrics | undefined
  /** The ids of metrics that are not the same in every run. */
  unstable: ReadonlySet<string>
  comparison: Comparison | undefined
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
  findBaseline?: FindBaseline,
): Promise<ContractResult> {
  return await withInternalNetwork(caller, async (network) => {
    const fixture = input.fixture ?? emptyFixture
    const samples = fixture.test_cases.reduce((sum, { samples }) => sum + samples.length, 0)
    const scenario = inventScenario(input.workflow)
    const bench = new Bench(caller, network, scenario, fixture, input)
    const [{ run, peakMemory }, baseline] = await withScope(caller.signal, async ({ signal, start }) => {
      const measured = start(() => bench.runMeasured(image))
      const compares = samples > 0 && findBaseline
      const baseline = compares ? start(() => runBaseline(bench, findBaseline, signal)) : undefined
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

/** What the runs say about the metrics. */
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

/** A run of the baseline, or why there is none. */
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

/** Runs in which something is wrong, and beside them one more in which nothing is, to see whether it gives the same. */
async function runFailures(
  bench: Bench,
  image: string,
  again: boolean,
  signal: AbortSignal,
): Promise<{ failures: FailureRun[]; second: ContractRun | undefined }> {
  // Each is waited for: the network goes only when no container is in it. The longest run begins first.
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

/** Where the image is run: each run has a stand-in of its own, so that their requests do not mix. */
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

  /** The run with everything in order, its output in the log. */
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
    // Of a run that is to fail, nothing that it computes is used.
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

/** Some engines forward names of an internal network to the machine's name servers; this one answers nothing, soon. */
const noNameServer = { servers: ['127.0.0.1'], options: ['timeout:1', 'attempts:1'] }

/** Shows the last lines that a container printed. */
export async function showOutput(title: string, output: readonly string[]): Promise<void> {
  await log.group(title, () => {
    for (const line of output) log.info(line)
  })
}
