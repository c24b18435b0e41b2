import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { createServer, type Server } from 'node:https'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Duplex, pipeline } from 'node:stream'
import { text } from 'node:stream/consumers'
import { listen, makeCertificate, portOfServer } from '../support/tls.js'
import { type Buildkitd, prepareBuildctl, prepareProgram } from './buildkitd.js'

/** The plugin of the kubeconfig answers with the value of this variable as its token. */
export const tokenVariable = 'AWS_SESSION_TOKEN'

/** A request to the API of the cluster. */
export interface ClusterRequest {
  /** `POST /apis/apps/v1/namespaces/default/deployments`, without the query. */
  call: string
  authorization: string | undefined
  /** Kubernetes' clients write protobuf. */
  body: string
}

/**
 * Replaces the API of a Kubernetes cluster, which accepts one token. Its only pod is a BuildKit of this machine: the
 * cluster starts no container.
 */
export class Cluster {
  readonly requests: ClusterRequest[] = []
  /** The calls that the user may not make. */
  forbidden: RegExp | undefined
  readonly #authorization: string
  readonly #folder = mkdtempSync(join(tmpdir(), 'cluster-'))
  readonly #server: Server
  readonly #kubelet: ChildProcess
  /** The path of the deployment after its creation. */
  #deployment: string | undefined

  static async start(token: string, buildkitd: Buildkitd): Promise<Cluster> {
    const program = await prepareProgram('kubelet', library, 'v0.31.0', kubelet)
    const PATH = `${dirname(await prepareBuildctl())}:${process.env.PATH}`
    const env = { PATH, BUILDKIT_HOST: buildkitd.local }
    const child = spawn(program, { env, stdio: ['ignore', 'pipe', 'inherit'] })
    const [port] = await once(child.stdout, 'data')
    const cluster = new Cluster(token, child, Number(port))
    await listen(cluster.#server)
    cluster.#writeKubeconfig()
    return cluster
  }

  private constructor(token: string, child: ChildProcess, port: number) {
    this.#authorization = `Bearer ${token}`
    this.#kubelet = child
    const { cert, key } = makeCertificate(this.#folder, ['localhost'])
    this.#server = createServer({ cert, key }, async (request, response) => {
      const [code, answer] = this.#answer(request, await text(request))
      response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
    })
    this.#server.on('upgrade', (request: IncomingMessage, client: Duplex) => {
      const [code] = this.#answer(request, '')
      if (code === 101) forward(request, client, port)
      else client.end(`HTTP/1.1 ${code} Refused\r\n\r\n`)
    })
  }

  async close(): Promise<void> {
    this.#kubelet.kill()
    await new Promise((resolve) => this.#server.close(resolve).closeAllConnections())
    rmSync(this.#folder, { recursive: true })
  }

  /** The path of a kubeconfig whose user logs in with the plugin `aws`, as on EKS. */
  get kubeconfig(): string {
    return join(this.#folder, 'kubeconfig')
  }

  /** The variables that the plugin got the last time. */
  get pluginVariables(): Record<string, string> {
    const entries = readFileSync(join(this.#folder, 'variables'), 'utf8').split('\0').slice(0, -1)
    return Object.fromEntries(entries.map((entry) => entry.split(/=(.*)/s)))
  }

  #writeKubeconfig(): void {
    const apiVersion = 'client.authentication.k8s.io/v1'
    const credential = { apiVersion, kind: 'ExecCredential', status: { token: '%s' } }
    const plugin = join(this.#folder, 'bin', 'aws')
    const lines = [
      '#!/bin/sh',
      `tr -d "" < /proc/$$/environ > ${join(this.#folder, 'variables')}`,
      `printf '${JSON.stringify(credential)}' "$${tokenVariable}"`,
    ]
    mkdirSync(dirname(plugin))
    writeFileSync(plugin, `${lines.join('\n')}\n`, { mode: 0o755 })
    const server = `https://localhost:${portOfServer(this.#server)}`
    const cluster = { server, 'certificate-authority': join(this.#folder, 'certificate.pem') }
    const exec = { apiVersion, command: plugin, args: ['eks', 'get-token'], interactiveMode: 'Never' }
    const content = {
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [{ name: 'cluster', cluster }],
      users: [{ name: 'user', user: { exec } }],
      contexts: [{ name: 'context', context: { cluster: 'cluster', user: 'user' } }],
      'current-context': 'context',
    }
    // JSON is YAML.
    writeFileSync(this.kubeconfig, JSON.stringify(content))
  }

  #answer({ method = '', url = '', headers }: IncomingMessage, body: string): [code: number, body: unknown] {
    const { pathname: path } = new URL(url, 'https://localhost')
    const { authorization } = headers
    const call = `${method} ${path}`
    this.requests.push({ call, authorization, body })
    if (authorization !== this.#authorization) return failure(401, 'Unauthorized')
    if (this.forbidden?.test(call)) return failure(403, 'Forbidden')
    if (method === 'POST' && path.endsWith('/deployments')) {
      this.#deployment = `${path}/${deployment.metadata.name}`
      return [201, deployment]
    }
    if (path === this.#deployment) return [200, deployment]
    if (path.endsWith('/pods')) return [200, { apiVersion: 'v1', kind: 'PodList', items: [pod] }]
    if (path.endsWith(`/pods/${pod.metadata.name}/exec`)) return [101, undefined]
    return failure(404, 'NotFound')
  }
}

const labels = { app: 'pods0' }
const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'pods0' },
  spec: { selector: { matchLabels: labels } },
  status: { readyReplicas: 1 },
}
const pod = {
  metadata: { name: 'pods0-1', namespace: 'builders', labels },
  spec: { containers: [{ name: 'buildkitd' }] },
  status: { phase: 'Running' },
}

function failure(code: number, reason: string): [code: number, body: unknown] {
  return [code, { apiVersion: 'v1', kind: 'Status', status: 'Failure', reason, message: reason, code }]
}

/** Sends a request and everything that follows on its connection to a port of this machine. */
function forward({ method, url, rawHeaders }: IncomingMessage, client: Duplex, port: number): void {
  const words = rawHeaders.map((word, index) => (index % 2 === 0 ? `\r\n${word}: ` : word))
  const server = connect(port, '127.0.0.1')
  server.write(`${method} ${url} HTTP/1.1${words.join('')}\r\n\r\n`)
  // The client disconnects without a closing handshake.
  pipeline(client, server, client, () => {})
}

/**
 * Runs the command of each request, as a kubelet does in a pod. The input and output of the command are the streams of
 * the connection, which need Kubernetes' own library.
 */
const kubelet = `package main

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"os/exec"

	"k8s.io/apimachinery/pkg/util/httpstream"
	"k8s.io/apimachinery/pkg/util/httpstream/spdy"
)

func serve(response http.ResponseWriter, request *http.Request) {
	query := request.URL.Query()
	if _, err := httpstream.Handshake(request, response, []string{"v4.channel.k8s.io"}); err != nil {
		return
	}
	opened := make(chan httpstream.Stream, 4)
	connection := spdy.NewResponseUpgrader().UpgradeResponse(response, request,
		func(stream httpstream.Stream, _ <-chan struct{}) error {
			opened <- stream
			return nil
		})
	if connection == nil {
		return
	}
	defer connection.Close()
	streams := map[string]httpstream.Stream{}
	for _, name := range []string{"error", "stdin", "stdout", "stderr"} {
		if name == "error" || query.Get(name) == "true" {
			stream := <-opened
			streams[stream.Headers().Get("streamType")] = stream
		}
	}
	words := query["command"]
	command := exec.CommandContext(request.Context(), words[0], words[1:]...)
	command.Stdout = streams["stdout"]
	input, err := command.StdinPipe()
	if err == nil {
		err = command.Start()
	}
	if err != nil {
		panic(err)
	}
	go func() {
		io.Copy(input, streams["stdin"])
		input.Close()
	}()
	go func() {
		<-connection.CloseChan()
		command.Process.Kill()
	}()
	command.Wait()
	io.WriteString(streams["error"], "{\\"status\\":\\"Success\\"}")
}

func main() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	fmt.Println(listener.Addr().(*net.TCPAddr).Port)
	panic(http.Serve(listener, http.HandlerFunc(serve)))
}
`
const library = 'k8s.io/apimachinery/pkg/util/httpstream/spdy'
