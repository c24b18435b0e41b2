import { scenarioTest } from '../dist/index.js'

await scenarioTest()
