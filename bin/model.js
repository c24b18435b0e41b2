import { model } from '../dist/index.js'

await model()
