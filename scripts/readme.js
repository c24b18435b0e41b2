/**
 * Updates the generated parts of the docs: in each README the tables of inputs and outputs from its action.yml, in
 * docs/inputs.md those of the root action, in docs/pull-requests.md the table of events, and everywhere the examples.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { describeRule, rules } from '../build/src/runtime/mode.js'

const root = fileURLToPath(new URL('..', import.meta.url))

for (const folder of ['.', ...readdirSync(root)]) {
  const [action, readme] = ['action.yml', 'README.md'].map((name) => join(root, folder, name))
  if (!existsSync(action) || !existsSync(readme)) continue
  const { inputs = {}, outputs = {} } = parse(readFileSync(action, 'utf8'))
  const tables = [
    ['inputs', inputTable(inputs)],
    ['outputs', outputTable(outputs)],
  ]
  change(readme, (text) => tables.reduce(replaceTable, replaceExamples(text)))
}
const { inputs, outputs } = parse(readFileSync(join(root, 'action.yml'), 'utf8'))
change(join(root, 'docs/inputs.md'), (text) =>
  replaceTable(replaceGroups(text, inputs), ['outputs', outputTable(outputs)]),
)
change(join(root, 'docs/pull-requests.md'), (text) => replaceTable(text, ['events', eventTable()]))
for (const name of readdirSync(join(root, 'docs')))
  if (name.endsWith('.md')) change(join(root, 'docs', name), replaceExamples)

function change(path, by) {
  const before = readFileSync(path, 'utf8')
  const after = by(before)
  if (after !== before) writeFileSync(path, after)
}

function replaceTable(text, [name, table]) {
  const section = new RegExp(`<!-- ${name} -->[\\s\\S]*?<!-- /${name} -->`)
  return text.replace(section, () => `<!-- ${name} -->\n\n${table}\n\n<!-- /${name} -->`)
}

/** Each group of inputs has the marker of its first input, and ends before the first input of the next group. */
function replaceGroups(text, inputs) {
  const names = Object.keys(inputs)
  const firsts = [...text.matchAll(/<!-- inputs from (\S+) -->/g)].map(([, name]) => name)
  const missing = firsts.filter((name) => !names.includes(name))
  if (firsts[0] !== names[0] || missing.length > 0)
    throw new Error(
      `docs/inputs.md: the groups of inputs start with ${firsts.join(', ')}, which are not all inputs of action.yml`,
    )
  return firsts.reduce((page, first, index) => {
    const end = index + 1 < firsts.length ? names.indexOf(firsts[index + 1]) : names.length
    const group = Object.fromEntries(Object.entries(inputs).slice(names.indexOf(first), end))
    const section = new RegExp(`<!-- inputs from ${first} -->(?:\\n\\n(?:\\|.*\\n)+|\\n)`)
    return page.replace(section, () => `<!-- inputs from ${first} -->\n\n${inputTable(group)}\n`)
  }, text)
}

function replaceExamples(text) {
  const example = /<!-- example: (\S+) -->\n\n```yaml\n[\s\S]*?```/g
  return text.replace(example, (_, path) => {
    const content = readFileSync(join(root, path), 'utf8')
    return `<!-- example: ${path} -->\n\n\`\`\`yaml\n${content}\`\`\``
  })
}

function inputTable(inputs) {
  const rows = Object.entries(inputs).map(([name, { description, required, default: value }]) => {
    const shown = required ? 'required' : value === undefined ? '' : `\`${value}\``
    return `| \`${name}\` | ${shown} | ${cell(description)} |`
  })
  return ['| input | default | what it is |', '|---|---|---|', ...rows].join('\n')
}

function outputTable(outputs) {
  const rows = Object.entries(outputs).map(
    ([name, { description }]) => `| \`${name}\` | ${cell(description)} |`,
  )
  return ['| output | what it is |', '|---|---|', ...rows].join('\n')
}

function eventTable() {
  const rows = rules.map((rule) => `| ${rule.events} | ${describeRule(rule)} |`)
  return ['| event | what the run does |', '|---|---|', ...rows].join('\n')
}

function cell(text) {
  return text
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;')
    .replaceAll(/(`[^`]*`)/g, (code) => code.replaceAll('&lt;', '<'))
}
