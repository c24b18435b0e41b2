import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ask, attempt, run } from './command.js'
import { cache, isRoot } from './machine.js'
import { SetupError, say } from './say.js'

const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg'
const directory = join(cache, 'apt')

let listsAreFresh = false
/** @type {string[] | undefined} */
let debian13

/**
 * Installs packages from the machine's own sources. Needs root.
 * @param {string[]} names
 */
export function installPackages(names) {
  updateLists()
  say(`installing ${names.join(' ')}`)
  run('apt-get', [...waiting, 'install', '-y', '--no-install-recommends', ...names], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  })
}

/** Makes apt-get wait for another apt, which often runs on a fresh machine (unattended upgrades). */
const waiting = ['-o', 'DPkg::Lock::Timeout=120']

/** Updates the package lists if root. Continues if a third-party source is broken. */
function updateLists() {
  if (listsAreFresh || !isRoot()) return
  say('updating the package lists')
  const { ok, problem } = attempt('apt-get', [...waiting, 'update'])
  if (!ok) say(`continuing although some package lists could not be updated:\n${problem}`)
  listsAreFresh = true
}

/**
 * Returns whether the machine's own sources have a package.
 * @param {string} name
 */
export function isAvailable(name) {
  updateLists()
  const policy = ask('apt-cache', ['policy', name]) ?? ''
  return /^ +Candidate: (?!\(none\))/m.test(policy)
}

/**
 * Replaces a folder with the unpacked packages. Needs no root, starts no service, and installs no dependencies.
 * Uses the machine's own sources, or Debian 13 from the same mirror if they lack one of the packages.
 * @param {string[]} names
 * @param {string} target
 */
export function unpackPackages(names, target) {
  unpack(names, target, names.every(isAvailable) ? [] : debian13Options(names))
}

/**
 * Unpacks packages in the same way, always from Debian 13.
 * @param {string[]} names
 * @param {string} target
 */
export function unpackDebian13Packages(names, target) {
  unpack(names, target, debian13Options(names))
}

/**
 * @param {string[]} names
 * @param {string} target
 * @param {string[]} options select the sources for apt-get
 */
function unpack(names, target, options) {
  say(`downloading ${names.join(' ')}`)
  mkdirSync(directory, { recursive: true })
  const downloads = mkdtempSync(join(directory, 'download-'))
  const unpacked = join(downloads, 'unpacked')
  run('apt-get', [...unsandboxed(), ...options, 'download', ...names], { cwd: downloads })
  for (const file of readdirSync(downloads)) run('dpkg', ['-x', join(downloads, file), unpacked])
  // Renames the finished folder, so that an interrupted set-up leaves nothing that looks complete.
  rmSync(target, { recursive: true, force: true })
  mkdirSync(dirname(target), { recursive: true })
  renameSync(unpacked, target)
  rmSync(downloads, { recursive: true })
}

/** As root, apt downloads as the user _apt, who cannot access a clone in /root. */
function unsandboxed() {
  return isRoot() ? ['-o', 'APT::Sandbox::User=root'] : []
}

/**
 * Returns options for apt-get that do not change the machine: sources and lists of Debian 13 in our own folder,
 * and proxies and other settings of the machine.
 * @param {string[]} names packages to name in the error
 */
function debian13Options(names) {
  if (debian13) return debian13
  const source = debianSource('trixie')
  if (source === undefined) {
    throw new SetupError(
      `this machine's apt sources lack ${names.join(' or ')} and are not Debian's: install it by hand, then try again`,
    )
  }
  const lists = join(directory, 'trixie')
  const sourceList = join(directory, 'trixie.list')
  mkdirSync(join(lists, 'partial'), { recursive: true })
  writeFileSync(sourceList, `${source}\n`)
  const settings = {
    'Dir::Etc::SourceList': sourceList,
    'Dir::Etc::SourceParts': '-',
    'Dir::State::Lists': lists,
    'Dir::Cache': join(directory, 'cache'),
  }
  debian13 = Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`])
  say('reading the package lists of Debian 13')
  run('apt-get', [...unsandboxed(), ...debian13, 'update'])
  return debian13
}

/**
 * Returns a line for sources.list: a Debian suite from the mirror that this machine uses.
 * @param {string} suite
 * @returns {string | undefined} undefined if the machine does not run Debian
 */
export function debianSource(suite) {
  const format = '$(LABEL)|$(COMPONENT)|$(REPO_URI)'
  const listTargets = () => ask('apt-get', ['indextargets', '--format', format, 'Created-By: Packages'])
  // Labels are in the package lists, which a fresh machine does not have.
  if (!listTargets()?.includes('Debian|main')) updateLists()
  const [, uri] = /^Debian\|main\|(.+)$/m.exec(listTargets() ?? '') ?? []
  return uri && existsSync(keyring) ? `deb [signed-by=${keyring}] ${uri} ${suite} main` : undefined
}
