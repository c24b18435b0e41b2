/**
 * Prints the release notes of a version from CHANGELOG.md: `node scripts/release-notes.js v1.2.3`, in the root of the
 * clone. Fails if package.json or the change log does not have that version, or its section is empty.
 */
import { readFileSync } from 'node:fs'

const tag = process.argv[2] ?? ''
const version = tag.replace(/^v/, '')
const { version: packaged } = JSON.parse(readFileSync('package.json', 'utf8'))

/** @param {string} reason */
function fail(reason) {
  console.error(`${tag} cannot be released: ${reason}`)
  process.exit(1)
}

if (packaged !== version)
  fail(`package.json has the version ${packaged}. Set it to ${version}, and tag that commit.`)

const sections = readFileSync('CHANGELOG.md', 'utf8').split(/^(?=## )/m)
const [, ...lines] = sections.find((text) => text.startsWith(`## [${version}] - `))?.split('\n') ?? []
const notes = lines
  .filter((line) => !/^\[[^\]]+\]: /.test(line))
  .join('\n')
  .trim()
if (!notes) fail(`CHANGELOG.md says nothing of it. Write a section "## [${version}] - <date>".`)
console.log(notes)
