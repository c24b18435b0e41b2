/** The inputs of the action that differ from repository to repository, in the order of the workflow. */
export const inputNames = ['workflow', 'evaluator-name', 'image', 'file'] as const

export type Name = (typeof inputNames)[number]

/** The value of an input, and where it comes from; or why it is not known. */
export interface Value {
  value: string | undefined
  source: string
}

/** The inputs of the action for a repository. */
export type Values = Record<Name, Value> & { context: string }
