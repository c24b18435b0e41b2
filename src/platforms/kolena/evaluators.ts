import type { Calls } from './calls.js'
import { Evaluator, Evaluators, type ListedEvaluator } from './schemas.js'

/** The body that `kolena evaluator register` sends. */
export interface Registration {
  workflow: string
  name: string
  image: string
  secret: string | null
  aws_assume_role: string | null
}

/** Calls for evaluators and the repositories of their images. */
export function evaluatorCalls(call: Calls) {
  const evaluators = ['generic', 'workflow', 'evaluator']
  return {
    /** Creates `organization/name` in the platform's registry. */
    createRepository: async (repository: string): Promise<'created' | 'exists'> => {
      const { status } = await call.send('POST', ['ecr', 'repository'], {
        body: { repository },
        expect: [409],
      })
      return status === 409 ? 'exists' : 'created'
    },
    /** Returns the latest registration of an evaluator for a workflow, without its secret. */
    findEvaluator: (workflow: string, name: string): Promise<Evaluator | undefined> =>
      call.find('GET', [...evaluators, workflow, name], Evaluator, { query: 'include_secret=False' }),
    listEvaluators: async (workflow: string): Promise<ListedEvaluator[]> =>
      (await call('GET', [...evaluators, workflow], Evaluators)).evaluators,
    /** Sent once: if the outcome is unknown (`HttpError.outcomeUnknown`), read back before you retry. */
    register: (body: Registration): Promise<Evaluator> =>
      call('POST', evaluators, Evaluator, { body, attempts: 1 }),
  }
}
