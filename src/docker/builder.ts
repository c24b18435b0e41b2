import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod/mini'
import { readVariable } from '../runtime/inputs.js'
import { buildxDirectory } from './client-config.js'

const Current = z.object({ Name: z.string() })
const Instance = z.object({ Driver: z.string() })

/**
 * The buildx driver of a builder: `docker` for the engine's own, else `docker-container`, `remote`, `kubernetes`,
 * `cloud`. It is read from buildx's files, as asking buildx takes a process. Whether the current builder belongs to
 * this engine is not looked at: a wrong answer costs time, and leads to the same image.
 *
 * @param name undefined for the current builder
 */
export function builderDriver(name: string | undefined): string {
  const directory = buildxDirectory()
  const builder = name ?? (readVariable('BUILDX_BUILDER') || read(Current, join(directory, 'current'))?.Name)
  // Buildx takes other names for those of Docker contexts, whose engine then builds.
  if (!builder || !/^[a-z][\w.-]*$/i.test(builder)) return 'docker'
  return read(Instance, join(directory, 'instances', builder.toLowerCase()))?.Driver || 'docker'
}

/** undefined for a file that is not there, or is not as buildx wrote it until now. */
function read<T>(schema: z.ZodMiniType<T>, path: string): T | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return undefined
  }
}
