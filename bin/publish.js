import { publish } from '../dist/index.js'

await publish()
