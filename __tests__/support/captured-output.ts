import { afterEach, beforeEach, jest } from '@jest/globals'

export interface CapturedOutput {
  /** The output of the current test. */
  readonly text: string
  readonly lines: string[]
  /** Everything masked so far, including in previous tests: a secret is masked once per process. */
  readonly masks: string[]
}

/** Captures the output of the code under test, so that the test can inspect it. */
export function captureOutput(): CapturedOutput {
  let text = ''
  const masks: string[] = []
  beforeEach(() => {
    text = ''
    jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      text += String(chunk)
      masks.push(...(String(chunk).match(/(?<=^::add-mask::).*/gm) ?? []))
      return true
    })
  })
  afterEach(() => {
    jest.restoreAllMocks()
  })
  return {
    get text() {
      return text
    },
    get lines() {
      return text.split('\n').filter((line) => line !== '')
    },
    masks,
  }
}
