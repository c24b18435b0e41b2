import { reporter } from './reporter.js'

/** Sets the step's outputs through the runner's file, with a delimiter that no value can forge. */
export function writeOutputs(outputs: Record<string, string>): void {
  for (const [name, value] of Object.entries(outputs)) reporter.setOutput(name, value)
}
