import { isFixed, isRemote } from '../dockerfile/images.js'

/** One stage, as BuildKit numbers its steps: `[builder 2/7] RUN make`. */
interface LoggedStage {
  totals: Set<number>
  /** The instructions as they ran, by position from 1. The log shows a shared instruction for only one stage. */
  steps: Map<number, string>
}

/** What BuildKit is doing: a step or another piece of its work, and the state that it reported last. */
interface RunningWork {
  name: string
  state: string
}

/** Maximum pieces of running work that a description names. */
const MAX_DESCRIBED = 3

/**
 * Reads from BuildKit's log (`--progress plain`) how many steps each stage has, and which images and URLs the build
 * used. The log is reliable, whereas the meaning of a Dockerfile depends on the version of BuildKit.
 */
export class BuildLog {
  /** The images that BuildKit looked up, such as `docker.io/library/python:3.12`. */
  readonly lookups = new Set<string>()
  /** The images that BuildKit used: `docker.io/library/a:1@sha256:…`, without a digest if only the engine has it. */
  readonly images = new Set<string>()
  readonly #stages = new Map<string, LoggedStage>()
  readonly #addresses = new Set<string>()
  readonly #running = new Map<string, RunningWork>()

  /** Reads one line. The output of a step begins with a time, so it is never mistaken for BuildKit's own lines. */
  read(line: string): void {
    this.#follow(line)
    const [, name = ''] = /^#\d+ ([[a-z].*)$/i.exec(line) ?? []
    const [, place = '', position, total, step = ''] =
      /^\[(?:(\S+(?: \S+)?) )? *(\d+)\/(\d+)\] (.*)$/.exec(name) ?? []
    if (position !== undefined) this.#addStep(place, Number(position), Number(total), step)
    const [, looked] =
      /^(?:\[[^\]]*\] load metadata|resolve image config) for (?:docker-image:\/\/)?(\S+)$/.exec(name) ?? []
    if (looked !== undefined) this.lookups.add(looked)
    const [, taken] = /^(?:(?:\[[^\]]*\] )?FROM |docker-image:\/\/)(\S+)$/.exec(name) ?? []
    if (taken !== undefined) this.images.add(taken)
    const [address] = /^(?!docker-image:|oci-layout:|local:)\w+:\/\/\S+$/.exec(name) ?? []
    if (address !== undefined) this.#addresses.add(address)
    for (const source of /\bADD (.*)$/.exec(step)?.[1]?.split(' ') ?? [])
      if (isRemote(source)) this.#addresses.add(source)
  }

  /** Follows which work runs: `#8 [2/3] RUN make`, and later `#8 DONE 1.2s`. */
  #follow(line: string): void {
    const [, number, text = ''] = /^#([1-9]\d*) (.*)$/.exec(line) ?? []
    if (number === undefined || text === '...' || /^\d+\.\d+ /.test(text)) return
    const work = this.#running.get(number)
    if (/^(DONE|CACHED|ERROR|CANCELED)\b/.test(text)) this.#running.delete(number)
    else if (!work) this.#running.set(number, { name: text, state: '' })
    else if (text !== work.name) work.state = text
  }

  /** Describes what BuildKit is doing, the newest first: `#8 [2/3] RUN make`. */
  get running(): string {
    const newest = [...this.#running].reverse().slice(0, MAX_DESCRIBED)
    const described = newest.map(([number, { name, state }]) => `#${number} ${name}${state && `: ${state}`}`)
    return described.join(' · ').replaceAll(/@?sha256:[0-9a-f]{64} ?/g, '')
  }

  #addStep(place: string, position: number, total: number, step: string): void {
    // In builds for several platforms, the platform, which always contains a slash, comes before the stage.
    const name = place.split(' ').findLast((word) => !word.includes('/')) ?? ''
    const stage = this.#stages.get(name) ?? { totals: new Set(), steps: new Map() }
    this.#stages.set(name, stage)
    stage.totals.add(total)
    stage.steps.set(position, step)
  }

  /** Returns the URLs whose content may change, because no checksum or commit pins it. */
  get unfixed(): string[] {
    const fixed = [...this.#stages.values()]
      .flatMap(({ steps }) => [...steps.values()])
      .filter((step) => /\bADD (?:--\S+ )*--checksum=\S/.test(step))
      .flatMap((step) => step.split(' '))
    return [...this.#addresses].filter((address) => !fixed.includes(address) && !isFixed(address))
  }

  /**
   * Returns how many steps BuildKit counted in a stage, and whether the first is its base image.
   * @returns undefined if the log does not show it
   */
  countSteps(names: readonly string[]): { total: number; fromImage: boolean } | undefined {
    const stage = names.map((name) => this.#stages.get(name)).find((one) => one !== undefined)
    const [total, ...others] = stage?.totals ?? []
    if (!stage || total === undefined || others.length > 0) return undefined
    // The log shows a base image only once, even if several stages build on it.
    const first = stage.steps.get(1)
    // Older BuildKit does not count the triggers of the base image: `[3/2] COPY`.
    const last = Math.max(total, ...stage.steps.keys())
    return { total: last, fromImage: first === undefined || first.startsWith('FROM ') }
  }
}
