import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { isOwnPage } from './ipc/router.ts'

/**
 * The one style that react-aria-components puts into the page by itself: allowed by what it says, so that no other one is. A release
 * that says it differently fails the window's tests, which let no complaint of the policy pass.
 */
export const reactAriaStyle = 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='

/** What the page may load: its own files, and nothing from anywhere else. */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' '${reactAriaStyle}'`,
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** The file a page's address names below `folder`, or null when it is not ours, is malformed, or leads out of the folder. */
export function fileFor(folder: string, url: string): string | null {
  if (!isOwnPage(url)) return null
  let name: string
  try {
    name = decodeURIComponent(new URL(url).pathname)
  } catch {
    return null
  }
  if (name.includes('\0') || name.includes('\\')) return null
  const file = path.resolve(folder, `.${name}`)
  return file.startsWith(path.resolve(folder) + path.sep) ? file : null
}

/** Answers a request of the window from the built page's folder, each answer under the content policy. */
export async function servePage(folder: string, request: Request): Promise<Response> {
  const headers = { 'content-security-policy': contentPolicy, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' }
  const file = request.method === 'GET' ? fileFor(folder, request.url) : null
  const type = file === null ? undefined : types[path.extname(file)]
  if (file === null || type === undefined) return new Response('not found', { status: 404, headers })
  try {
    return new Response(new Uint8Array(await readFile(file)), { headers: { ...headers, 'content-type': type } })
  } catch {
    return new Response('not found', { status: 404, headers })
  }
}
