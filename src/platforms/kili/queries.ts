/**
 * Operations of Kili's GraphQL API, as the vendor's Python client (26.1.5) writes them. Each root field has the alias
 * `data`.
 */

export const PROJECTS = `query projects($where: ProjectWhere!, $first: PageSize!, $skip: Int!) {
  data: projects(where: $where, first: $first, skip: $skip) { id inputType jsonInterface }
}`

export const ASSETS = `query assets($where: AssetWhere!, $first: PageSize!, $skip: Int!) {
  data: assets(where: $where, skip: $skip, first: $first) { id externalId }
}`

export const COUNT_ASSETS = 'query countAssets($where: AssetWhere!) { data: countAssets(where: $where) }'

export const COUNT_LABELS = 'query countLabels($where: LabelWhere!) { data: countLabels(where: $where) }'

export function labelsQuery(fields: string): string {
  return `query labels($where: LabelWhere!, $first: PageSize!, $skip: Int!) {
  data: labels(where: $where, first: $first, skip: $skip) { ${fields} }
}`
}

export const CREATE_ASSETS = `mutation appendManyAssets($data: AppendManyAssetsData!, $where: ProjectWhere!) {
  data: appendManyAssets(data: $data, where: $where) { id }
}`

export const APPEND = `mutation appendManyLabels($data: AppendManyLabelsData!, $where: AssetWhere!) {
  data: appendManyLabels(data: $data, where: $where) { id }
}`
