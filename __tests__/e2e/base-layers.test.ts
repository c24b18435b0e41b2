import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { inspectImages } from '../../src/docker/image.js'
import { buildImage } from '../../src/image/build/build.js'
import { findChain } from '../../src/image/dockerfile/stages.js'
import { countBaseLayers } from '../../src/image/layers/base-layers.js'
import { captureOutput } from '../support/captured-output.js'
import { docker, engines } from '../support/engines.js'
import { buildOptions } from '../support/publications.js'
import { dockerAt } from '../support/scripted-engine.js'

captureOutput()

/** Instructions of a stage; each `%` is replaced by a unique number. */
const instruction = fc.constantFrom(
  'COPY file /copied-%',
  'add file /added-%',
  'WORKDIR /dir-%',
  'WORKDIR /',
  'ENV A=%',
  'LABEL path=C:\\\\',
  'COPY \\\n# a comment\n  file \\\n\n  /continued-%',
  'ARG TARGETARCH',
  'COPY ["file", "/json-%"]',
  'ONBUILD ENV B=%',
)

/** How a stage names its base. */
const spelling = fc.constantFrom(
  (name: string) => name,
  (name: string) => `"${name}"`,
  (name: string) => `${name.slice(0, 1)}\\${name.slice(1)}`,
  (name: string) => `\${UNSET:-${name}}`,
  (name: string) => `${name.slice(0, -1)}\${UNSET}${name.slice(-1)}`,
)

const stage = fc.record({
  /** Selects one of the images and previous stages, as a fraction of all of them. */
  base: fc.double({ min: 0, max: 0.999, noNaN: true }),
  spelling,
  name: fc.constantFrom('one', 'two', 'three', undefined),
  instructions: fc.array(instruction, { maxLength: 4 }),
})

describe.each(engines)('generated Dockerfiles built in $name', (engine) => {
  const folder = mkdtempSync(join(tmpdir(), 'base-layers-test-'))
  const calls = dockerAt(engine.host, folder, '/usr/local/lib/docker/cli-plugins')
  const images = ['plain', 'triggers'].map((name) => `base-layers-test-${process.pid}:${name}`)

  beforeAll(async () => {
    mkdirSync(join(folder, 'context'))
    writeFileSync(join(folder, 'context/file'), `content ${process.pid}`)
    const plain = 'FROM scratch\nCOPY file /base-1\nCOPY file /base-2\n'
    const contents = [
      plain,
      `${plain}COPY file /base-3\nONBUILD COPY file /trigger-1\nONBUILD ADD file /trigger-2\n`,
    ]
    for (const [index, content] of contents.entries()) {
      writeFileSync(join(folder, 'Base'), content)
      const output = ['--provenance=false', '--load', '--tag', images[index] ?? '']
      await docker(
        engine,
        'buildx',
        'build',
        '-q',
        ...output,
        '-f',
        join(folder, 'Base'),
        join(folder, 'context'),
      )
    }
  })
  afterAll(async () => {
    await docker(engine, 'rmi', ...images)
    rmSync(folder, { recursive: true })
  })

  test('attributes a layer to the base image only if the base image contains it', async () => {
    let known = 0
    await fc.assert(
      fc.asyncProperty(fc.array(stage, { minLength: 1, maxLength: 4 }), async (stages) => {
        let number = 0
        const lines: string[] = []
        /** Returns the image that each stage is ultimately based on. */
        const roots: string[] = []
        const names: (string | undefined)[] = []
        for (const { base, spelling, name, instructions } of stages) {
          const choices = [...images, ...new Set(names.filter((name) => name !== undefined))]
          const chosen = choices[Math.floor(base * choices.length)] ?? ''
          roots.push(roots[names.lastIndexOf(chosen)] ?? chosen)
          names.push(name)
          lines.push(`FROM ${spelling(chosen)}${name === undefined ? '' : ` AS ${name}`}`)
          lines.push(...instructions.map((text) => text.replaceAll('%', () => String(++number))))
        }
        const dockerfile = `${lines.join('\n')}\n`
        const file = join(folder, 'Dockerfile')
        writeFileSync(file, dockerfile)
        const options = { ...buildOptions, context: join(folder, 'context'), file, platforms: [] }
        const { digests, record } = await buildImage(calls, options, [], 'engine', [], folder)
        const [image] = await inspectImages(calls, digests)
        const [root] = await inspectImages(calls, [roots.at(-1) ?? ''])
        const chain = findChain(dockerfile, { target: undefined, platform: 'linux/amd64', buildArgs: [] })
        if (!image || !root || !chain) throw new Error(`nothing was built of\n${dockerfile}`)
        expect(image.layerDigests.slice(0, root.layerDigests.length)).toEqual(root.layerDigests)
        const counted = await countBaseLayers(calls, image, chain, record)
        if (counted !== undefined) known++
        expect([dockerfile, counted ?? root.layerDigests.length]).toEqual([
          dockerfile,
          root.layerDigests.length,
        ])
      }),
      { numRuns: 20, endOnFailure: true },
    )
    // Every layer is read when the base cannot be determined, which should be rare.
    expect(known).toBeGreaterThan(5)
  })
})
