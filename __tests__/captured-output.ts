import { afterEach, beforeEach, jest } from '@jest/globals'

/** Keeps what the code under test prints out of jest's own output, for the test to look at. */
export function captureOutput(): { readonly text: string; readonly lines: string[] } {
  let text = ''
  beforeEach(() => {
    text = ''
    jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      text += String(chunk)
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
  }
}
