/** Runs the stand-ins for the platforms, to try the actions by hand: `npm run --silent sandbox -- --help`. */
import { spawn, spawnSync } from 'node:child_process'
import { repository as root } from './setup/machine.js'

const node = (...args) =>
  spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status ?? 1

for (const args of [['scripts/setup.js'], ['scripts/build.js', '--compile']]) {
  const status = node(...args)
  if (status !== 0) process.exit(status)
}
const sandbox = spawn(process.execPath, ['build/sandbox/main.js', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => sandbox.kill(signal))
sandbox.once('close', (code) => {
  process.exitCode = code ?? 1
})
