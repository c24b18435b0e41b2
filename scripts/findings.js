/** Writes docs/findings.md: every kind of finding, with an example that the checks produced. */
import { writeFileSync } from 'node:fs'
import { findingsPage } from '../build/__tests__/support/finding-examples.js'

writeFileSync(new URL('../docs/findings.md', import.meta.url), await findingsPage())
