import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { kubernetesVariables } from '../../../src/docker/kubernetes.js'
import { captureOutput } from '../../support/captured-output.js'

const output = captureOutput()
const before = { ...process.env }
let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'kubernetes-'))
  mkdirSync(join(home, 'instances'))
  Object.assign(process.env, { BUILDX_CONFIG: home, HOME: home, KUBECONFIG: join(home, 'config') })
  for (const [name, driver] of [
    ['pods', 'kubernetes'],
    ['elsewhere', 'remote'],
  ] as const)
    writeFileSync(join(home, 'instances', name), JSON.stringify({ Name: name, Driver: driver, Nodes: [] }))
})
afterEach(() => {
  process.env = { ...before }
  rmSync(home, { recursive: true })
})

const inCluster = ['KUBERNETES_SERVICE_HOST', 'KUBERNETES_SERVICE_PORT', 'KUBERNETES_SERVICE_PORT_HTTPS']
/** A kubeconfig whose user logs in with a plugin. */
const kubeconfig = (command: string, ...args: string[]) =>
  [
    'apiVersion: v1',
    'kind: Config',
    'clusters: [{name: c, cluster: {server: https://c.example.com}}]',
    'users:',
    '- name: u',
    '  user:',
    '    exec:',
    '      apiVersion: client.authentication.k8s.io/v1beta1',
    `      command: ${command}`,
    `      args: ${JSON.stringify(args)}`,
  ].join('\n')
const write = (name: string, text: string) => writeFileSync(join(home, name), text)
const others = async () => {
  const names = await kubernetesVariables('pods')
  expect(names).toEqual(expect.arrayContaining(inCluster))
  return names.filter((name) => !inCluster.includes(name))
}

test.each(['elsewhere', 'unknown', undefined])(
  'needs no variables for a builder without pods: %s',
  async (builder) => {
    write('config', kubeconfig('aws', 'eks', 'get-token'))
    expect(await kubernetesVariables(builder)).toEqual([])
  },
)

test('needs the cluster’s variables for a builder in the cluster of the job', async () => {
  expect(await kubernetesVariables('pods')).toEqual(inCluster)
  expect(output.text).toBe('')
})

test('uses the current builder by default', async () => {
  write('current', JSON.stringify({ Key: 'unix:///var/run/docker.sock', Name: 'pods', Global: false }))
  expect(await kubernetesVariables(undefined)).toEqual(inCluster)
})

describe('the plugin of a kubeconfig', () => {
  test.each<[string, string[], string[], string[]]>([
    [
      'aws',
      ['--region', 'eu-west-1', 'eks', 'get-token', '--cluster-name', 'c'],
      ['AWS_ACCESS_KEY_ID', 'AWS_SESSION_TOKEN', 'AWS_WEB_IDENTITY_TOKEN_FILE', 'AWS_ROLE_ARN', 'AWS_REGION'],
      ['AZURE_CLIENT_ID', 'GOOGLE_APPLICATION_CREDENTIALS'],
    ],
    ['aws-iam-authenticator', ['token', '-i', 'c'], ['AWS_SECRET_ACCESS_KEY'], ['CLOUDSDK_CONFIG']],
    ['/usr/local/bin/aws', ['eks', 'get-token'], ['AWS_PROFILE'], ['CLOUDSDK_CONFIG']],
    ['sh', ['-c', 'exec aws eks get-token'], ['AWS_PROFILE'], ['CLOUDSDK_CONFIG']],
    [
      'gke-gcloud-auth-plugin',
      [],
      ['GOOGLE_APPLICATION_CREDENTIALS', 'CLOUDSDK_AUTH_CREDENTIAL_FILE_OVERRIDE', 'CLOUDSDK_CONFIG'],
      ['AWS_ACCESS_KEY_ID'],
    ],
    [
      'kubelogin',
      ['get-token', '--login', 'workloadidentity'],
      ['AZURE_FEDERATED_TOKEN_FILE'],
      ['AWS_PROFILE'],
    ],
  ])('%s %j gets the variables that it authenticates with', async (command, args, needed, foreign) => {
    write('config', kubeconfig(command, ...args))
    const names = await others()
    expect(names).toEqual(expect.arrayContaining(needed))
    for (const name of [...foreign, 'KOLENA_TOKEN', 'ACTIONS_RUNTIME_TOKEN', 'GITHUB_TOKEN'])
      expect(names).not.toContain(name)
  })

  test.each([
    ['an unknown program', kubeconfig('/opt/login', 'token')],
    ['a token', 'users: [{name: u, user: {token: t}}]'],
    ['no users', 'users: null'],
    ['nothing', ''],
  ])('needs no variables with %s', async (_, text) => {
    write('config', text)
    expect(await others()).toEqual([])
  })

  test('is found in each of several files, and in the home directory’s file', async () => {
    write('config', kubeconfig('aws', 'eks'))
    write('more', kubeconfig('gke-gcloud-auth-plugin'))
    process.env.KUBECONFIG = ['missing', 'config', 'more'].map((name) => join(home, name)).join(':')
    expect(await others()).toEqual(expect.arrayContaining(['AWS_PROFILE', 'CLOUDSDK_CONFIG']))
    delete process.env.KUBECONFIG
    mkdirSync(join(home, '.kube'))
    write('.kube/config', kubeconfig('aws', 'eks'))
    expect(await others()).toContain('AWS_PROFILE')
  })

  test('is found in the kubeconfig that buildx stored for each node, as buildx does', async () => {
    const node = (Name: string, path: string) => ({
      Name,
      Endpoint: `kubernetes:///pods?deployment=${Name}&kubeconfig=${encodeURIComponent(path)}`,
    })
    const instance = (...Nodes: unknown[]) =>
      write('instances/pods', JSON.stringify({ Name: 'pods', Driver: 'kubernetes', Nodes }))
    write('config', kubeconfig('kubelogin'))
    write('first', kubeconfig('aws', 'eks'))
    write('second', kubeconfig('gke-gcloud-auth-plugin'))
    instance(node('pods0', `${join(home, 'first')}:${join(home, 'second')}`))
    const stored = await others()
    expect(stored).toEqual(expect.arrayContaining(['AWS_PROFILE', 'CLOUDSDK_CONFIG']))
    expect(stored).not.toContain('AZURE_CLIENT_ID')
    instance(node('pods0', join(home, 'first')), node('pods1', ''))
    expect(await others()).toEqual(expect.arrayContaining(['AWS_PROFILE', 'AZURE_CLIENT_ID']))
  })

  test('in an invalid kubeconfig is reported in the log, without the file’s content', async () => {
    write('config', 'users: {canary-secret: [')
    expect(await others()).toEqual([])
    expect(output.text).toContain('cannot be read to find what its plugins need')
    expect(output.text).not.toContain('canary')
  })
})
