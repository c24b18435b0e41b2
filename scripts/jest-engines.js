/** Jest's global set-up: starts the second engine once, before any worker, and tells the tests where it is. */
import { startContainerdEngine } from './setup/containerd-engine.js'

export default async function startEngines() {
  if (process.env.CONTAINERD_ENGINE) return
  const engine = await startContainerdEngine()
  if (engine) process.env.CONTAINERD_ENGINE = engine.host
}
