import type { Cdp } from './cdp.ts'

/** A page of the browser, attached and halted before its first script until it is let go. */
export interface Target {
  readonly id: string
  readonly session: string
  readonly cdp: Cdp
}

let browser: Cdp | null = null
const pages: Target[] = []
const waiting: ((target: Target) => void)[] = []
let wanted = 1

/**
 * Closes a page nobody asked for. It shares its process with the page that opened it: closed while it is still halted before its start, it now
 * and then halted that one for ever (seen). So it is let go, with no request of its own let out, and then closed.
 */
async function close(cdp: Cdp, session: string, targetId: string): Promise<void> {
  const all = [
    cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }, session),
    cdp.send('Runtime.runIfWaitingForDebugger', {}, session),
    cdp.send('Target.closeTarget', { targetId }),
  ]
  // Whichever comes last finds it gone.
  await Promise.allSettled(all)
}

/**
 * Attaches every page of the browser, and closes each one nobody here asked for: a window the page opened does not come to load
 * anything. The first page is the one the browser was started with.
 */
export async function takeFirstPage(cdp: Cdp): Promise<void> {
  browser = cdp
  const first = new Promise<void>((resolve) => {
    cdp.on('', 'Target.attachedToTarget', ({ sessionId, targetInfo, waitingForDebugger }) => {
      if (targetInfo.type !== 'page') {
        void cdp.send('Target.detachFromTarget', { sessionId }).catch(() => undefined)
        return
      }
      if (wanted === 0) return void close(cdp, sessionId, targetInfo.targetId)
      wanted--
      if (waitingForDebugger) void cdp.send('Runtime.runIfWaitingForDebugger', {}, sessionId).catch(() => undefined)
      const target = { id: targetInfo.targetId, session: sessionId, cdp }
      const next = waiting.shift()
      if (next) next(target)
      else pages.push(target)
      resolve()
    })
  })
  await cdp.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [{ type: 'page' }],
  })
  await first
}

/** A page for a window: the first one, or a new one. */
export async function takePage(): Promise<Target> {
  const cdp = browser
  if (cdp === null) throw new Error('Cannot create BrowserWindow before app is ready')
  const first = pages.shift()
  if (first) return first
  wanted++
  const next = new Promise<Target>((resolve) => waiting.push(resolve))
  await cdp.send('Target.createTarget', { url: 'about:blank', newWindow: true })
  return next
}
