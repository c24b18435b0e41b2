/** A contract check that has seen no metrics. */
export const noMetrics = { metrics: undefined, unstable: new Set<string>(), comparison: undefined }
