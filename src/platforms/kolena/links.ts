/** Links to pages of the platform's application, as the vendor's client prints them. */

const APPLICATION = 'https://app.kolena.com'

export function modelLink(tenant: string, modelId: number): string {
  return link(tenant, 'models', { modelIds: modelId })
}

/**
 * Links to the results of a model on one version of a test suite. The page exists once the evaluator has computed them.
 */
export function resultsLink(tenant: string, workflow: string, modelId: number, testSuiteId: number): string {
  return link(tenant, 'results', { modelIds: modelId, testSuiteId, workflow })
}

function link(tenant: string, page: string, query: Record<string, string | number>): string {
  const url = new URL(`${APPLICATION}/${encodeURIComponent(tenant)}/${page}`)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value))
  return url.href
}
