import { isFixed, isRemote } from '../dockerfile/images.js'

/** One stage, as BuildKit numbers its steps: `[builder 2/7] RUN make`. */
interface LoggedStage {
  totals: Set<number>
  /** By position, from 1: the instruction as it ran. One that another stage has too is shown for one of them only. */
  steps: Map<number, string>
}

/**
 * What BuildKit's log (`--progress plain`) says of a build: how many steps made each stage, and what it took from elsewhere.
 * BuildKit knows that, whereas what a Dockerfile means depends on the BuildKit that reads it.
 */
export class BuildLog {
  /** The images that were looked up: `docker.io/library/python:3.12`. */
  readonly lookups = new Set<string>()
  /** The images that were taken: `docker.io/library/python:3.12@sha256:…`, without a digest when only the engine has it. */
  readonly images = new Set<string>()
  readonly #stages = new Map<string, LoggedStage>()
  readonly #addresses = new Set<string>()

  /** Takes one line. What a step printed has a time in front, so it is never taken for BuildKit's own word. */
  read(line: string): void {
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

  #addStep(place: string, position: number, total: number, step: string): void {
    // A platform, which always has a slash, stands before the stage when there are several.
    const name = place.split(' ').findLast((word) => !word.includes('/')) ?? ''
    const stage = this.#stages.get(name) ?? { totals: new Set(), steps: new Map() }
    this.#stages.set(name, stage)
    stage.totals.add(total)
    stage.steps.set(position, step)
  }

  /** What was fetched that may be another the next time: no checksum and no commit says what it has to be. */
  get unfixed(): string[] {
    const fixed = [...this.#stages.values()]
      .flatMap(({ steps }) => [...steps.values()])
      .filter((step) => /\bADD (?:--\S+ )*--checksum=\S/.test(step))
      .flatMap((step) => step.split(' '))
    return [...this.#addresses].filter((address) => !fixed.includes(address) && !isFixed(address))
  }

  /**
   * How many steps BuildKit counted in a stage, and whether the first is the image that it stands on.
   * @returns undefined when the log does not tell
   */
  countSteps(names: readonly string[]): { total: number; fromImage: boolean } | undefined {
    const stage = names.map((name) => this.#stages.get(name)).find((one) => one !== undefined)
    const [total, ...others] = stage?.totals ?? []
    if (!stage || total === undefined || others.length > 0) return undefined
    // The image is not shown again where another stage stands on it too.
    const first = stage.steps.get(1)
    // Older BuildKit does not count the triggers of the base image: `[3/2] COPY`.
    const last = Math.max(total, ...stage.steps.keys())
    return { total: last, fromImage: first === undefined || first.startsWith('FROM ') }
  }
}
