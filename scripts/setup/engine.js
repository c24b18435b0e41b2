import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { installPackages, isAvailable } from './apt.js'
import { ask, attempt, run } from './command.js'
import { startDaemon, stopDaemon, waitUntil } from './daemon.js'
import { cache, canInstall, findProgram, isRoot } from './machine.js'
import { SetupError, say } from './say.js'

const pidFile = join(cache, 'dockerd.pid')

/** @type {import('./requirement.js').Requirement} */
export const engine = {
  name: 'Docker engine',
  find: findEngine,
  obstacle: findObstacle,
  provide: provideEngine,
}

/** Returns the version of the engine that the docker command uses. */
function findEngine() {
  return ask('docker', ['version', '--format', '{{.Server.Version}}'], { seconds: 20 }) || undefined
}

function findObstacle() {
  const { DOCKER_HOST } = process.env
  if (DOCKER_HOST)
    return `no engine answers at DOCKER_HOST=${DOCKER_HOST}: start it there, or unset DOCKER_HOST`
  if (isRoot() && (canInstall() || (findProgram('dockerd') && findProgram('docker')))) return undefined
  if (!findProgram('docker')) {
    return 'as root, apt-get install docker.io (and docker-cli on Debian 13 and newer), then usermod -aG docker $USER'
  }
  const reason = attempt('docker', ['version']).problem.split('\n').at(-1)
  return `${reason}\n    Start it, and join its group (as root: usermod -aG docker $USER, then log in again), or be root.`
}

async function provideEngine() {
  if (!findProgram('dockerd') || !findProgram('docker')) {
    // Debian 13 and newer have a separate package for the docker command.
    const client = isAvailable('docker-cli') ? ['docker-cli'] : []
    installPackages(['docker.io', 'iptables', 'ca-certificates', ...client])
  }
  if (existsSync('/run/systemd/system')) {
    say('starting the Docker engine (systemctl start docker)')
    run('systemctl', ['start', 'docker'])
    if (!(await waitUntil(answers, 60))) {
      throw new SetupError(
        'docker.service is running, but no engine answers; see journalctl -u docker, and docker context ls',
      )
    }
  } else if (!(await isStarting())) {
    await startEngine()
  }
}

function answers() {
  return findEngine() !== undefined
}

/** Without systemd, the package's own init script may have started the engine. */
async function isStarting() {
  const pid = existsSync('/run/docker.pid') ? readFileSync('/run/docker.pid', 'utf8').trim() : ''
  return pid !== '' && existsSync(`/proc/${pid}`) && (await waitUntil(answers, 20))
}

async function startEngine() {
  const program = findProgram('dockerd')
  if (!program) throw new SetupError('the package docker.io has no dockerd; install a Docker engine by hand')
  if (!/ cgroup2? /.test(readFileSync('/proc/mounts', 'utf8'))) {
    throw new SetupError(
      'no cgroup file system is mounted, which dockerd needs: mount -t cgroup2 none /sys/fs/cgroup',
    )
  }
  const log = join(cache, 'dockerd.log')
  say(`starting the Docker engine (dockerd, log in ${log})`)
  await startDaemon({ program, args: [], log, pidFile, answers })
}

/** Stops the engine if this clone's set-up started it. */
export async function stopEngine() {
  if (await stopDaemon(pidFile, 'dockerd')) say('stopped the Docker engine')
}
