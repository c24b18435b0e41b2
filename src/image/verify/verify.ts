import { readFileSync } from 'node:fs'
import { type ContainerOutcome, runContainer } from '../../docker/container.js'
import type { EngineCaller } from '../../docker/engine.js'
import type { LocalImage } from '../../docker/image.js'
import { removeLeftovers } from '../../docker/leftovers.js'
import * as log from '../../runtime/log.js'
import { withScope } from '../../util/scope.js'
import type { BuildRecord } from '../build/build.js'
import { findChain } from '../dockerfile/stages.js'
import { countBaseLayers } from '../layers/base-layers.js'
import { findAddedSteps, type LayerSize, layerSizes, readHistory } from '../layers/history.js'
import { readLayers } from '../layers/layers.js'
import { checkConfig } from './config-checks.js'
import {
  type ContractInput,
  type ContractResult,
  checkContractOf,
  type FindBaseline,
  showOutput,
} from './contract.js'
import { type Finding, finding, judge } from './findings.js'
import { checkLayers } from './layer-checks.js'
import { LayerScan } from './layer-scan.js'
import { type KnownSecret, SecretSearch } from './secret-search.js'
import { checkStart } from './start-check.js'

/** The inputs of a verification. */
export interface VerifyInput {
  /** Ids of findings that the user accepts. */
  accepted: readonly string[]
  /** Maximum seconds per run. */
  timeLimit: number
  /** The secrets that must not be in the image. */
  secrets: readonly KnownSecret[]
  /** The path of the Dockerfile that the image was built from, and the stage; undefined if it cannot be read. */
  dockerfile: { path: string; target: string | undefined; buildArgs: readonly string[] } | undefined
  /** The record of its build; undefined if it was not built in this run. */
  record: BuildRecord | undefined
  /** Whether it runs on AWS Lambda instead of the platform. */
  lambda?: boolean
  /** undefined to skip the contract check. */
  contract: ContractInput | undefined
  /** Finds the baseline for the metrics; undefined to compare with nothing. */
  findBaseline?: FindBaseline | undefined
}

/** The checks and findings of a verification. */
export interface Verification {
  findings: Finding[]
  image: LocalImage
  layers: {
    /** The number of layers that were read, and of all layers. */
    read: number
    all: number
    bytes: number
    files: number
    /** Milliseconds. */
    duration: number
    /** Whether the layers of this build could be distinguished from those of its base image. */
    baseKnown: boolean
    /** The layers that are not empty, with the instructions that made them. */
    sizes: LayerSize[]
  }
  start: ContainerOutcome
  contract: ContractResult | undefined
}

/** Verifies an image in the engine: reads what this build added and runs the image, both at the same time. */
export async function verifyImage(
  caller: EngineCaller,
  image: LocalImage,
  input: VerifyInput,
): Promise<Verification> {
  const { contract } = input
  const [inspected, started, proven] = await withScope(caller.signal, async ({ signal, start }) => {
    const scoped = { ...caller, signal }
    const inspected = start(() => inspect(scoped, image, input))
    const started = start(() => startImage(scoped, image, input))
    const proven = contract && start(() => checkContractOf(scoped, image.id, contract, input.findBaseline))
    const tidied = start(() => tidy(scoped))
    return [await inspected, await started, await proven, await tidied] as const
  })
  const found = [...inspected.findings, ...started.findings, ...(proven?.findings ?? [])]
  return {
    findings: judge(found, input.accepted),
    image,
    layers: inspected.layers,
    start: started.outcome,
    contract: proven,
  }
}

/** Removes objects that killed runs left in the engine. Ignores a failure, which says nothing about the image. */
async function tidy(caller: EngineCaller): Promise<void> {
  const removed = await removeLeftovers(caller).catch(() => 0)
  if (removed > 0) log.info(`Removed ${removed} containers, networks and names that a killed run left behind`)
}

/** Runs the image without variables of the platform and without a network, or as Lambda starts it. */
async function startImage(
  caller: EngineCaller,
  image: LocalImage,
  { timeLimit, lambda }: VerifyInput,
): Promise<{ outcome: ContainerOutcome; findings: Finding[] }> {
  if (lambda) {
    const { startOnLambda, checkLambdaStart } = await import('./lambda-start.js')
    const started = await startOnLambda(caller, image, timeLimit)
    await showOutput('Start as on AWS Lambda', started.outcome.output)
    return { outcome: started.outcome, findings: checkLambdaStart(started, image.facts.platform) }
  }
  const outcome = await runContainer(caller, image.id, { network: 'none', timeLimit })
  await showOutput('Start without credentials', outcome.output)
  return { outcome, findings: checkStart(outcome) }
}

const unreadHistory = finding(
  'not-searched',
  'the engine cannot read the history of the image, because it has not unpacked an image for another platform',
)

/** The platforms that Lambda runs. */
const lambdaPlatforms = ['linux/amd64', 'linux/arm64']

async function inspect(caller: EngineCaller, image: LocalImage, input: VerifyInput) {
  const { secrets, dockerfile, record, lambda } = input
  const search = new SecretSearch(secrets)
  const chain =
    dockerfile &&
    findChain(readFileSync(dockerfile.path, 'utf8'), { ...dockerfile, platform: image.facts.platform })
  const [found, base] = await Promise.all([
    readHistory(caller, image.id),
    chain && record && countBaseLayers(caller, image, chain, record),
  ])
  const history = found ?? []
  const all = image.facts.layers
  const wanted = [...Array(all).keys()].slice(base ?? 0)
  const steps = findAddedSteps(history, all, wanted.length, chain?.stages)
  const begin = performance.now()
  const { read: scans, unread } = await readLayers(caller, image, wanted, () => new LayerScan(search))
  const total = (count: (scan: LayerScan) => number) =>
    [...scans.values()].reduce((sum, scan) => sum + count(scan), 0)
  return {
    findings: [
      ...checkConfig(
        {
          image,
          history,
          steps,
          dockerfile: dockerfile?.path,
          ...(lambda && { platforms: lambdaPlatforms }),
        },
        search,
      ),
      ...checkLayers(scans, steps, dockerfile?.path, unread),
      ...(found ? [] : [unreadHistory]),
    ],
    layers: {
      read: scans.size,
      all,
      bytes: total(({ bytes }) => bytes),
      files: total(({ files }) => files),
      duration: Math.round(performance.now() - begin),
      baseKnown: base !== undefined,
      sizes: layerSizes(history, steps, base === undefined ? undefined : wanted.length),
    },
  }
}
