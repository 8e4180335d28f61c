import type * as Electron from 'electron'
import { app } from './electron-app.ts'
import { handlers as permissions } from './permissions.ts'
import { strict } from './strict.ts'

type Handler = (request: Request) => Response | Promise<Response>
type BeforeRequest = (
  details: { readonly url: string; readonly method: string; readonly resourceType: string },
  answer: (response: { readonly cancel?: boolean }) => void,
) => void

const schemes = new Set<string>()
const handlers = new Map<string, Handler>()
let beforeRequest: BeforeRequest | null = null

// Chromium knows no `app:`. Its pages are served, by interception, under a secure name that leads nowhere; the program is shown its own.

/** `app://bundle/x` as Chromium gets it; other addresses as they are. */
export const toBrowser = (url: string): string =>
  url.replace(/^([a-z][a-z-]*):\/\/([^/]+)/, (all, scheme: string, host: string) =>
    schemes.has(scheme) ? `https://${host}.${scheme}-scheme.invalid` : all,
  )

/** The address as the program knows it. */
export const fromBrowser = (url: string): string =>
  url.replace(/^https:\/\/([^/]+)\.([a-z-]+)-scheme\.invalid/, (all, host: string, scheme: string) =>
    schemes.has(scheme) ? `${scheme}://${host}` : all,
  )

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (list: readonly Electron.CustomScheme[]): void => {
    if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme } of list) schemes.add(scheme)
  },
  handle: (scheme: string, handler: Handler) => void handlers.set(scheme, handler),
})

export const session = strict('session', {
  defaultSession: strict('session.defaultSession', {
    setPermissionRequestHandler: (handler: typeof permissions.request) => void (permissions.request = handler),
    setPermissionCheckHandler: (handler: typeof permissions.check) => void (permissions.check = handler),
    setDevicePermissionHandler: () => undefined,
    setSpellCheckerEnabled: () => undefined,
    on: () => undefined,
    webRequest: { onBeforeRequest: (...words: readonly unknown[]) => void (beforeRequest = words.at(-1) as BeforeRequest) },
  }),
})

/** Whether the program lets a request go out. */
export const isLetOut = (url: string, method: string, resourceType: string): Promise<boolean> =>
  new Promise((resolve) => {
    if (beforeRequest) beforeRequest({ url, method, resourceType }, ({ cancel }) => resolve(cancel !== true))
    else resolve(true)
  })

/** The program's own answer to a request of its scheme; null for every other address. */
export async function answerOwn(url: string, method: string): Promise<Response | null> {
  const handler = handlers.get(new URL(url).protocol.slice(0, -1))
  return handler ? handler(new Request(url, { method })) : null
}
