import { describe, expect, test } from '@jest/globals'
import { categoriesIn, chooseJob, problemWith, respond } from '../../../../src/platforms/kili/jobs.js'
import type { Job, Project } from '../../../../src/platforms/kili/schemas.js'

const color = job('CLASSIFICATION', 'radio', ['RED', 'GREY'])
const tags = job('CLASSIFICATION', 'checkbox', ['NEW', 'OLD'])
const boxes = job('OBJECT_DETECTION', 'radio', ['CAR'])

function job(mlTask: string, input: string, names: string[], isChild = false): Job {
  return {
    mlTask,
    isChild,
    content: { input, categories: Object.fromEntries(names.map((name) => [name, { name }])) },
  }
}

function project(jobs: Record<string, Job>): Project {
  return { id: 'p', inputType: 'IMAGE', jsonInterface: { jobs } }
}

describe('the chosen job', () => {
  test.each([
    ['the only one', { COLOR: color }, undefined, { name: 'COLOR', single: true, alone: true }],
    ['the only classification', { COLOR: color, BOXES: boxes }, undefined, { name: 'COLOR', alone: false }],
    [
      'the only one that is not a child',
      { COLOR: color, SHADE: job('CLASSIFICATION', 'radio', ['DARK'], true) },
      undefined,
      { name: 'COLOR' },
    ],
    ['the named one', { COLOR: color, TAGS: tags }, 'TAGS', { name: 'TAGS', single: false }],
    ['undefined if there are two', { COLOR: color, TAGS: tags }, undefined, undefined],
    ['undefined if there are none', { BOXES: boxes }, undefined, undefined],
  ])('is %s', (_, jobs, name, expected) => {
    const found = chooseJob(project(jobs), name)
    if (expected) expect(found).toMatchObject(expected)
    else expect(found).toBeUndefined()
  })

  test.each([
    [
      { COLOR: color, TAGS: tags },
      'X',
      'job "X": is not a job of the project; its classification jobs are COLOR, TAGS.',
    ],
    [
      { COLOR: color, BOXES: boxes },
      'BOXES',
      'job "BOXES": is a OBJECT_DETECTION job of the project, which has no categories to compare; its classification jobs are COLOR.',
    ],
    [
      { BOXES: boxes },
      'X',
      'job "X": is not a job of the project; it has no classification job: leave job out.',
    ],
    [
      { COLOR: color },
      '__proto__',
      'job "__proto__": is not a job of the project; its classification jobs are COLOR.',
    ],
  ])('with the options %o cannot be %s', (jobs, name, message) => {
    expect(() => chooseJob(project(jobs), name)).toThrow(message)
  })
})

test.each([
  [{ COLOR: { categories: [{ name: 'RED' }] } }, undefined],
  [{ TAGS: { categories: [{ name: 'NEW' }, { name: 'OLD' }] } }, undefined],
  [{ BOXES: { annotations: [] } }, undefined],
  [{ COLOR: { categories: [{ name: 'PINK' }] } }, 'the job COLOR has no category "PINK"; it has RED, GREY'],
  [
    { COLOR: { categories: [{ name: 'RED' }, { name: 'GREY' }] } },
    'the job COLOR accepts one category, but there are 2',
  ],
  [{ COLOR: {} }, 'the answer in COLOR has no categories'],
  [{ OTHER: {} }, 'the project has no job "OTHER"; it has COLOR, TAGS, BOXES'],
  [JSON.parse('{"__proto__": {}}'), 'the project has no job "__proto__"'],
])('finds what is wrong with the response %j', (response, problem) => {
  const found = problemWith(response, project({ COLOR: color, TAGS: tags, BOXES: boxes }))
  if (problem) expect(found).toContain(problem)
  else expect(found).toBeUndefined()
})

test.each([
  [{ COLOR: { categories: [{ name: 'RED' }] } }, ['RED']],
  [{ COLOR: { categories: [] } }, undefined],
  [{ COLOR: { categories: 'RED' } }, undefined],
  [{ OTHER: { categories: [{ name: 'RED' }] } }, undefined],
  [{}, undefined],
  [undefined, undefined],
])('reads the categories in %j', (response, categories) => {
  expect(categoriesIn(response, 'COLOR')).toEqual(categories)
})

test('turns categories into the response that they came from', () => {
  const found = chooseJob(project({ TAGS: tags }))
  expect(found && categoriesIn(respond(found, ['NEW', 'OLD']), 'TAGS')).toEqual(['NEW', 'OLD'])
})
