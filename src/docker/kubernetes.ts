import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { z } from 'zod/mini'
import { messageOf } from '../runtime/errors.js'
import { readVariable } from '../runtime/inputs.js'
import * as log from '../runtime/log.js'
import { builderDriver, builderNodes } from './builder.js'

/** Variables that a program in a pod uses to find its own cluster. */
const IN_CLUSTER = ['KUBERNETES_SERVICE_HOST', 'KUBERNETES_SERVICE_PORT', 'KUBERNETES_SERVICE_PORT_HTTPS']

const AWS = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_PROFILE',
  'AWS_REGION',
  'AWS_DEFAULT_REGION',
  'AWS_CONFIG_FILE',
  'AWS_SHARED_CREDENTIALS_FILE',
  'AWS_CA_BUNDLE',
  'AWS_ROLE_ARN',
  'AWS_ROLE_SESSION_NAME',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_STS_REGIONAL_ENDPOINTS',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE',
]
const GOOGLE = [
  'GOOGLE_APPLICATION_CREDENTIALS',
  'GOOGLE_GHA_CREDS_PATH',
  'GOOGLE_CLOUD_PROJECT',
  'CLOUDSDK_CONFIG',
  'CLOUDSDK_ACTIVE_CONFIG_NAME',
  'CLOUDSDK_CORE_ACCOUNT',
  'CLOUDSDK_CORE_PROJECT',
  'CLOUDSDK_PROJECT',
  'CLOUDSDK_AUTH_ACCESS_TOKEN',
  'CLOUDSDK_AUTH_ACCESS_TOKEN_FILE',
  'CLOUDSDK_AUTH_CREDENTIAL_FILE_OVERRIDE',
  'CLOUDSDK_AUTH_IMPERSONATE_SERVICE_ACCOUNT',
  'USE_GKE_GCLOUD_AUTH_PLUGIN',
]
const AZURE = [
  'AAD_LOGIN_METHOD',
  'AAD_SERVICE_PRINCIPAL_CLIENT_ID',
  'AAD_SERVICE_PRINCIPAL_CLIENT_SECRET',
  'AAD_SERVICE_PRINCIPAL_CLIENT_CERTIFICATE',
  'AAD_SERVICE_PRINCIPAL_CLIENT_CERTIFICATE_PASSWORD',
  'AZURE_CLIENT_ID',
  'AZURE_CLIENT_SECRET',
  'AZURE_CLIENT_CERTIFICATE_PATH',
  'AZURE_CLIENT_CERTIFICATE_PASSWORD',
  'AZURE_TENANT_ID',
  'AZURE_FEDERATED_TOKEN_FILE',
  'AZURE_AUTHORITY_HOST',
  'AZURE_CONFIG_DIR',
]

/** Variables that the plugins of a kubeconfig use to authenticate, by program. */
const plugins: [program: RegExp, variables: readonly string[]][] = [
  [/\baws(-iam-authenticator)?\b/, AWS],
  [/\bgke-gcloud-auth-plugin\b|\bgcloud\b/, GOOGLE],
  [/\bkubelogin\b|\baz\b/, AZURE],
  [/\bdoctl\b/, ['DIGITALOCEAN_ACCESS_TOKEN']],
]

const Kubeconfig = z.object({
  users: z.nullish(
    z.array(
      z.object({
        user: z.nullish(
          z.object({
            exec: z.nullish(z.object({ command: z.string(), args: z.nullish(z.array(z.string())) })),
          }),
        ),
      }),
    ),
  ),
})

/**
 * Returns the names of the variables that buildx needs to reach a Kubernetes builder: those of the cluster that the job
 * runs in, and those that the kubeconfig's plugins use to authenticate, which are credentials. Returns an empty list
 * for any other builder.
 */
export async function kubernetesVariables(builder: string | undefined): Promise<string[]> {
  if (builderDriver(builder) !== 'kubernetes') return []
  const commands = (await Promise.all(kubeconfigs(builder).map(pluginsIn))).flat()
  const needed = plugins.filter(([program]) => commands.some((command) => program.test(command)))
  return [...IN_CLUSTER, ...needed.flatMap(([, variables]) => variables)]
}

/**
 * Returns the paths of the kubeconfigs that buildx reads for the nodes of a builder. Buildx stores the KUBECONFIG of the
 * time when a node was created, and uses the current one only if that was empty.
 */
function kubeconfigs(builder: string | undefined): string[] {
  const current = readVariable('KUBECONFIG') || join(readVariable('HOME') || homedir(), '.kube', 'config')
  const stored = builderNodes(builder).map(({ endpoint }) =>
    URL.canParse(endpoint) ? new URL(endpoint).searchParams.get('kubeconfig') : null,
  )
  const lists = stored.length > 0 ? stored.map((list) => list || current) : [current]
  return [...new Set(lists.flatMap((list) => list.split(delimiter)))].filter((path) => path !== '')
}

/** Returns the login commands of a kubeconfig's users; an empty list if the file is missing, as in a pod. */
async function pluginsIn(path: string): Promise<string[]> {
  try {
    const text = readFileSync(path, 'utf8')
    const { parse } = await import('yaml')
    const users = Kubeconfig.parse(parse(text)).users ?? []
    return users.flatMap(({ user }) =>
      user?.exec ? [[user.exec.command, ...(user.exec.args ?? [])].join(' ')] : [],
    )
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      log.info(`${path} cannot be read to find what its plugins need: ${messageOf(error).split('\n')[0]}`)
    return []
  }
}
