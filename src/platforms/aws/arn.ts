/** The parts of an IAM role's ARN. `path` begins and ends with a slash: `/` or `/team/`. */
export interface RoleArn {
  partition: string
  account: string
  path: string
  name: string
}

const partitions = [
  'aws',
  'aws-cn',
  'aws-us-gov',
  'aws-iso',
  'aws-iso-b',
  'aws-iso-e',
  'aws-iso-f',
  'aws-eusc',
]
const roleArn = new RegExp(
  String.raw`^arn:(${partitions.join('|')}):iam::(\d{12}):role(\/(?:[\x21-\x7E]{1,510}\/)?)([A-Za-z0-9_+=,.@-]{1,64})$`,
)
const example = 'arn:aws:iam::123456789012:role/evaluator'

/**
 * Reads the ARN of an IAM role, in any of the eight partitions of AWS SDK v3.
 *
 * @throws Error that says what is wrong with the text and what to write instead
 */
export function parseRoleArn(text: string): RoleArn {
  const [, partition, account, path, name] = roleArn.exec(text) ?? []
  if (partition && account && path && name) return { partition, account, path, name }
  throw new Error(`${JSON.stringify(text)} is not the ARN of an IAM role: ${problemOf(text)}`)
}

const shapes: [shape: RegExp, problem: string][] = [
  [/^$/, `it is empty; write one such as "${example}"`],
  [/^<.*>$/, `it is a placeholder; replace it with the role's ARN, such as "${example}"`],
  [/\s/, 'it contains white space or a line break; remove it'],
  [/^\d{12}$/, `it is an account; write the whole ARN, such as "${example}"`],
  [/^(?!arn:)/, `it does not begin with "arn:"; write one such as "${example}"`],
  [
    /^arn:[^:]*:sts:.*:assumed-role\//,
    'it is a session of a role; write the role itself: arn:…:iam::…:role/…',
  ],
  [/^arn:[^:]*:iam::[^:]*:user(\/|$)/, 'it is a user; only a role can be assumed: arn:…:iam::…:role/…'],
  [/^arn:[^:]*:iam::[^:]*:root$/, 'it is an account; write one of its roles: arn:…:iam::…:role/…'],
]

function problemOf(text: string): string {
  const known = shapes.find(([shape]) => shape.test(text))
  if (known) return known[1]
  const [, partition = '', service = '', region = '', account = '', ...rest] = text.split(':')
  const resource = rest.join(':')
  if (!partitions.includes(partition))
    return `the partition "${partition}" must be one of ${partitions.join(', ')}`
  if (service !== 'iam') return `the service "${service}" must be "iam"`
  if (region !== '')
    return `a role has no region; remove "${region}" and keep both colons: arn:${partition}:iam::…`
  if (!/^\d{12}$/.test(account)) return `the account "${account}" must have 12 digits`
  if (!resource.startsWith('role/')) return `"${resource}" must begin with "role/"`
  return problemOfName(resource.slice('role/'.length))
}

function problemOfName(pathAndName: string): string {
  const slash = pathAndName.lastIndexOf('/')
  const name = pathAndName.slice(slash + 1)
  if (name === '') return "the role's name is missing after the last slash"
  if (name.length > 64) return `the role's name has ${name.length} characters; at most 64 are allowed`
  if (!/^[A-Za-z0-9_+=,.@-]+$/.test(name)) {
    return `the role's name "${name}" may contain only letters, digits and _+=,.@-`
  }
  if (slash === 0) return 'there are two slashes before the name; write one'
  return `the path "/${pathAndName.slice(0, slash + 1)}" must be at most 512 visible ASCII characters`
}
