import type * as Electron from 'electron'
import type { Cdp } from './cdp.ts'

type Request = Electron.Session['setPermissionRequestHandler'] extends (handler: infer H) => void ? NonNullable<H> : never
type Check = Electron.Session['setPermissionCheckHandler'] extends (handler: infer H) => void ? NonNullable<H> : never

/** What the program set on its session. */
export const handlers: { request: Request | null; check: Check | null } = { request: null, check: null }

/** Electron's names of what a page may ask for, and the browser's. */
const names = {
  notifications: ['notifications'],
  media: ['camera', 'microphone'],
  geolocation: ['geolocation'],
  midi: ['midi'],
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  'idle-detection': ['idle-detection'],
  'window-management': ['window-management'],
} as const
type Asked = keyof typeof names

/** As in Electron, what no handler answers is granted. The answer must come at once: this host cannot keep the page waiting for it. */
function isGranted(permission: Asked, origin: string): boolean {
  const none = null as unknown as Electron.WebContents
  const details = { requestingUrl: origin, isMainFrame: true } as Electron.PermissionRequest
  let requested = handlers.request === null
  handlers.request?.(none, permission, (answer) => (requested = answer), details)
  return requested || handlers.check === null || handlers.check(none, permission, origin, { isMainFrame: true })
}

/** Tells the browser, before a page of `origin` is loaded, what the program's handlers say to everything that page may ask for. */
export async function tellPermissions(cdp: Cdp, origin: string): Promise<void> {
  // A page without an origin (`data:`) is in no secure place: the browser gives it nothing, and takes no word about it.
  if (origin === 'null') return
  const told = Object.entries(names).flatMap(([permission, browserNames]) => {
    const setting = isGranted(permission as Asked, origin) ? ('granted' as const) : ('denied' as const)
    return browserNames.map((name) => cdp.send('Browser.setPermission', { permission: { name }, setting, origin }))
  })
  await Promise.all(told)
}
