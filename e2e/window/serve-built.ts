import { readFile } from 'node:fs/promises'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { axePlace, axeSource } from './look.ts'

const dist = path.resolve(import.meta.dirname, '..', '..', 'dist', 'renderer')
const kinds: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** The built page on loopback, with axe beside it. */
export interface ServedPage {
  readonly url: string
  readonly close: () => Promise<void>
}

/**
 * Serves the built page as files that may be kept: a browser that loads it anew reads them from its own store, and with them what it has
 * compiled before. A page whose requests are answered by the test is loaded and compiled from the start each time.
 */
export async function serveBuilt(): Promise<ServedPage> {
  const answer = async (asked: string): Promise<readonly [string, string | Buffer]> => {
    if (asked === axePlace) return ['text/javascript', axeSource]
    return [kinds[path.extname(asked)] ?? 'text/plain', await readFile(path.join(dist, path.normalize(asked)))]
  }
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    answer(pathname).then(
      ([kind, body]) => response.writeHead(200, { 'content-type': kind, 'cache-control': 'max-age=3600' }).end(body),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/index.html`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
