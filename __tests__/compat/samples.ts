/** One row of test data, and what the model makes of it. */
export interface Sample {
  actual: 0 | 1
  predicted: 0 | 1
}

export function repeat(actual: 0 | 1, predicted: 0 | 1, count: number): Sample[] {
  return Array.from({ length: count }, () => ({ actual, predicted }))
}

/** The counts, as true and as predicted classes. */
export const samples = [
  ...repeat(0, 0, 3583),
  ...repeat(0, 1, 53),
  ...repeat(1, 0, 382),
  ...repeat(1, 1, 101),
]

/** As a CSV file of test data: an index, features, and a column for each class. */
export function testData(rows: readonly Sample[]): string {
  const lines = rows.map(({ actual }, index) => `${index},${index},${1 - actual}.0,${actual}.0`)
  return [',age,y_no,y_yes', ...lines].join('\n')
}

/** What the endpoint has to answer. */
export function scoresOf(rows: readonly Sample[]): number[] {
  return rows.map(({ predicted }) => (predicted ? 0.9 : 0.1))
}
