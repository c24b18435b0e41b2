import { publishPost } from '../dist/index.js'

await publishPost()
