/** The state of a contract check that has received no metrics. */
export const noMetrics = { metrics: undefined, unstable: new Set<string>(), comparison: undefined }
