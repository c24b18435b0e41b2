import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Ending {
  code: number | null
  /** stdout and stderr, in order of arrival. */
  output: string
}

/** Runs the Docker command line with its own empty configuration folder. */
export function runDocker(config: string, args: string[], input: string | Buffer = ''): Promise<Ending> {
  const child = spawn('docker', args, { env: { ...process.env, DOCKER_CONFIG: config } })
  const chunks: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output: Buffer.concat(chunks).toString('utf8') }))
  })
}

export function emptyDockerConfig(): string {
  const folder = mkdtempSync(join(tmpdir(), 'docker-config-'))
  writeFileSync(join(folder, 'config.json'), '{}')
  return folder
}

/** Creates an image with one small unique file, so that every push uploads it. */
export async function importImage(config: string, reference: string): Promise<void> {
  const { code, output } = await runDocker(config, ['import', '-', reference], tarOf('id', randomUUID()))
  if (code !== 0) throw new Error(`docker import ${reference} failed: ${output}`)
}

/** Returns a ustar archive with one file: a 512-byte header, the padded content, two empty blocks. */
function tarOf(name: string, content: string): Buffer {
  const octal = (value: number, width: number) => value.toString(8).padStart(width - 1, '0')
  const header = Buffer.alloc(512)
  header.write(name, 0)
  header.write(octal(0o644, 8), 100)
  header.write(octal(0, 8), 108)
  header.write(octal(0, 8), 116)
  header.write(octal(content.length, 12), 124)
  header.write(octal(0, 12), 136)
  header.write('        0', 148)
  header.write('ustar\u000000', 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${octal(sum, 7)}\0 `, 148)
  const body = Buffer.alloc(Math.ceil(content.length / 512) * 512)
  body.write(content)
  return Buffer.concat([header, body, Buffer.alloc(1024)])
}
