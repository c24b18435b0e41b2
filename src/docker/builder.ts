import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod/mini'
import { readVariable } from '../runtime/inputs.js'
import { buildxDirectory } from './client-config.js'

const Current = z.object({ Name: z.string() })
const Instance = z.object({ Driver: z.string() })

/**
 * Returns the buildx driver of a builder: `docker` for the engine's own, otherwise `docker-container`, `remote`,
 * `kubernetes` or `cloud`. Reads buildx's files, which needs no buildx process. Does not check whether the current
 * builder belongs to this engine: a wrong answer only costs time, and the image is the same.
 *
 * @param name undefined for the current builder
 */
export function builderDriver(name: string | undefined): string {
  const directory = buildxDirectory()
  const builder = name ?? (readVariable('BUILDX_BUILDER') || read(Current, join(directory, 'current'))?.Name)
  // Buildx treats any other name as a Docker context, whose engine then runs the build.
  if (!builder || !/^[a-z][\w.-]*$/i.test(builder)) return 'docker'
  return read(Instance, join(directory, 'instances', builder.toLowerCase()))?.Driver || 'docker'
}

/** Returns undefined if the file does not exist or does not have buildx's current format. */
function read<T>(schema: z.ZodMiniType<T>, path: string): T | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return undefined
  }
}
