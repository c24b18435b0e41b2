import type { JsonMapping } from '../../runtime/mapping.js'
import type { Calls } from './calls.js'
import { Model, Models } from './schemas.js'

/** A model to be created. */
export interface NewModel {
  name: string
  metadata: JsonMapping
  workflow: string
  tags: readonly string[] | null
}

/** Calls for models. The platform has no call that changes a model's metadata or tags. */
export function modelCalls(call: Calls) {
  const path = (name: string) => ['generic', 'model', name]
  return {
    /** Returns the model with that name, in any workflow: names are unique in the organization. */
    findModel: (name: string): Promise<Model | undefined> =>
      call.find('PUT', path('load'), Model, { body: { name } }),
    /** Returns the models of a workflow that have all of the tags. */
    listModels: async (workflow: string, tags: readonly string[] | null): Promise<Model[]> =>
      (await call('PUT', path('load-all'), Models, { body: { workflow, tags } })).models,
    /**
     * Returns undefined if the name is taken. Sent once: if the outcome is unknown (`HttpError.outcomeUnknown`), look
     * before you retry.
     */
    createModel: ({ name, metadata, workflow, tags }: NewModel): Promise<Model | undefined> => {
      const body = { name, metadata, workflow, tags }
      return call.find('POST', path('create'), Model, { body, attempts: 1, none: 409 })
    },
  }
}
