import type { AddressInfo, Server } from 'node:net'

/** Makes a server listen on a free port, by default on this machine only, and returns the port. */
export async function listenOnFreePort(server: Server, host = '127.0.0.1'): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, host, resolve)
  })
  return (server.address() as AddressInfo).port
}
