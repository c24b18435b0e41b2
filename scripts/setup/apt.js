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

/** A fresh machine often has apt at work already (unattended upgrades): wait for it. */
const waiting = ['-o', 'DPkg::Lock::Timeout=120']

/** Without root the lists stay as the machine has them. One broken third-party source must not stop us. */
function updateLists() {
  if (listsAreFresh || !isRoot()) return
  say('updating the package lists')
  const { ok, problem } = attempt('apt-get', [...waiting, 'update'])
  if (!ok) say(`some package lists could not be updated, going on with the others:\n${problem}`)
  listsAreFresh = true
}

/**
 * Whether the machine's own sources have a package.
 * @param {string} name
 */
export function isAvailable(name) {
  updateLists()
  const policy = ask('apt-cache', ['policy', name]) ?? ''
  return /^ +Candidate: (?!\(none\))/m.test(policy)
}

/**
 * Unpacks packages into a folder, which they replace, without installing them: no root, no service started, no dependencies.
 * They come from the machine's own sources, or from Debian 13 at the same place when these lack one of them.
 * @param {string[]} names
 * @param {string} target
 */
export function unpackPackages(names, target) {
  unpack(names, target, names.every(isAvailable) ? [] : debian13Options(names))
}

/**
 * The same, always from Debian 13.
 * @param {string[]} names
 * @param {string} target
 */
export function unpackDebian13Packages(names, target) {
  unpack(names, target, debian13Options(names))
}

/**
 * @param {string[]} names
 * @param {string} target
 * @param {string[]} options which sources apt-get looks into
 */
function unpack(names, target, options) {
  say(`downloading ${names.join(' ')}`)
  mkdirSync(directory, { recursive: true })
  const downloads = mkdtempSync(join(directory, 'download-'))
  const unpacked = join(downloads, 'unpacked')
  run('apt-get', [...unsandboxed(), ...options, 'download', ...names], { cwd: downloads })
  for (const file of readdirSync(downloads)) run('dpkg', ['-x', join(downloads, file), unpacked])
  // All at once, so that an interrupted set-up leaves nothing that looks complete.
  rmSync(target, { recursive: true, force: true })
  mkdirSync(dirname(target), { recursive: true })
  renameSync(unpacked, target)
  rmSync(downloads, { recursive: true })
}

/** As root, apt downloads as the user _apt, who cannot enter a clone below /root. */
function unsandboxed() {
  return isRoot() ? ['-o', 'APT::Sandbox::User=root'] : []
}

/**
 * Options for apt-get that add nothing to the machine: sources and lists of Debian 13 in a folder of ours,
 * proxies and the rest as the machine has them.
 * @param {string[]} names what is looked for, for the error
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
 * A line for sources.list: a Debian suite at the place where this machine gets its own packages.
 * @param {string} suite
 * @returns {string | undefined} undefined when the machine is not a Debian
 */
export function debianSource(suite) {
  const format = '$(LABEL)|$(COMPONENT)|$(REPO_URI)'
  const listTargets = () => ask('apt-get', ['indextargets', '--format', format, 'Created-By: Packages'])
  // Labels come with the lists, which a fresh machine does not have.
  if (!listTargets()?.includes('Debian|main')) updateLists()
  const [, uri] = /^Debian\|main\|(.+)$/m.exec(listTargets() ?? '') ?? []
  return uri && existsSync(keyring) ? `deb [signed-by=${keyring}] ${uri} ${suite} main` : undefined
}
