#!/usr/bin/env node
import { evaluatorAction } from '../dist/index.js'

await evaluatorAction(new URL('../', import.meta.url))
