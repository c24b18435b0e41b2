import { agreement } from '../dist/index.js'

await agreement()
