import { lambda } from '../dist/index.js'

await lambda()
