/** Writes the JSON Schema of evaluators files for editors, from the inputs and from action.yml. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod/mini'
import { entryKeys } from '../build/src/actions/publish/evaluators-file/keys.js'
import { fields } from '../build/src/actions/publish/fields.js'
import { shapeOf, typeOf } from '../build/src/runtime/fields.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const { inputs } = parse(readFileSync(join(root, 'action.yml'), 'utf8'))

const scalar = { type: ['string', 'number', 'boolean', 'null'] }
/** The value that unsets an input of the step. */
const empty = { type: ['string', 'null'], maxLength: 0 }
const shapes = {
  text: () => scalar,
  boolean: () => ({
    anyOf: [
      { type: ['boolean', 'null'] },
      { type: 'string', pattern: '^(true|True|TRUE|false|False|FALSE)?$' },
    ],
  }),
  number: ({ least, most }) => ({
    anyOf: [
      { type: 'integer', minimum: least, maximum: most },
      // The maximum consists of nines.
      { type: 'string', pattern: `^(0*[1-9]\\d{0,${String(most).length - 1}})?$` },
      { type: 'null' },
    ],
  }),
  list: () => ({ anyOf: [scalar, { type: 'array', items: scalar }] }),
  pairs: () => ({
    anyOf: [
      scalar,
      { type: 'array', items: scalar },
      { type: 'object', additionalProperties: scalar, propertyNames: { pattern: '^[^=]+$' } },
    ],
  }),
}

const properties = entryKeys.map((name) => {
  const { description, default: value } = inputs[name]
  const shown = value === undefined ? {} : { default: value }
  return [name, { description, ...shown, ...valuesOf(fields[name]) }]
})

const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Evaluators to publish in one step',
  description:
    'A file for the input evaluators of evaluator-action: one item per evaluator, with input names as keys. An item inherits every input it does not set from the step.',
  type: 'array',
  minItems: 1,
  items: { type: 'object', additionalProperties: false, properties: Object.fromEntries(properties) },
}
writeFileSync(join(root, 'evaluators.schema.json'), `${JSON.stringify(schema, null, 2)}\n`)

function valuesOf(field) {
  const type = typeOf(field)
  if (type instanceof z.ZodMiniEnum) return { anyOf: [{ enum: type.options }, empty] }
  return shapes[shapeOf(field)](z.globalRegistry.get(type) ?? {})
}
