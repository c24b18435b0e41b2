import { afterEach, beforeEach, jest } from '@jest/globals'

export interface CapturedOutput {
  /** What the present test printed. */
  readonly text: string
  readonly lines: string[]
  /** What was masked so far, in the tests before this one, too: a secret is masked once a process. */
  readonly masks: string[]
}

/** Keeps what the code under test prints out of jest's own output, for the test to look at. */
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
