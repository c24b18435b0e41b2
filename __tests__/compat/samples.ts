/** One row of test data with the model's prediction. */
export interface Sample {
  actual: 0 | 1
  predicted: 0 | 1
}

export function repeat(actual: 0 | 1, predicted: 0 | 1, count: number): Sample[] {
  return Array.from({ length: count }, () => ({ actual, predicted }))
}

/** Counts by true and predicted class. */
export const samples = [
  ...repeat(0, 0, 3583),
  ...repeat(0, 1, 53),
  ...repeat(1, 0, 382),
  ...repeat(1, 1, 101),
]

/** Returns the test data as CSV: an index, features, and a column for each class. */
export function testData(rows: readonly Sample[]): string {
  const lines = rows.map(({ actual }, index) => `${index},${index},${1 - actual}.0,${actual}.0`)
  return [',age,y_no,y_yes', ...lines].join('\n')
}

/** Returns the answers of the endpoint. */
export function scoresOf(rows: readonly Sample[]): number[] {
  return rows.map(({ predicted }) => (predicted ? 0.9 : 0.1))
}
