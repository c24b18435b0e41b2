import { evaluate } from '../dist/index.js'

await evaluate()
