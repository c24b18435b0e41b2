import { expect, test } from '@jest/globals'
import { modelLink, resultsLink } from '../../../../src/platforms/kolena/links.js'

test('links to the pages of the organization, with encoded names', () => {
  expect(modelLink('acme', 7)).toBe('https://app.kolena.com/acme/models?modelIds=7')
  expect(resultsLink('acme', 'a/b & c', 7, 9)).toBe(
    'https://app.kolena.com/acme/results?modelIds=7&testSuiteId=9&workflow=a%2Fb+%26+c',
  )
})
