import type { NucleusState } from './state.js'

/** The slice and the model of the vendor's page on external evaluation functions. */
export const example = {
  sliceId: 'slc_c7wwfmphxdeg048wq6hg',
  modelId: 'prj_bybpa3gjmjc30es761y0',
  references: [
    'aec019e2-93ce64eb.jpg',
    'afa7cd59-e22c1803.jpg',
    '45259f44-68ab3846.jpg',
    '4f9b45d6-93651617.jpg',
  ],
}

export function addExample(state: NucleusState): void {
  state.addSlice({ id: example.sliceId, name: 'example', references: example.references })
  state.addModel(example.modelId, 'Scale Efficient Det Model Zoo')
}
