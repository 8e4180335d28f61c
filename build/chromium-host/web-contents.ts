import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts'
import type { Cdp } from './cdp.ts'
import { codec, receive, type Said } from './ipc-main.ts'
import { answerOwn, fromBrowser, isLetOut, session, toBrowser } from './own-schemes.ts'
import { pageScript, preloadScript, preloadWorld, sendBinding } from './page-worlds.ts'
import { tellPermissions } from './permissions.ts'
import { refusable } from './strict.ts'
import { takePage, type Target } from './targets.ts'

type WindowOpen = (details: { readonly url: string; readonly frameName: string }) => { readonly action: 'deny' | 'allow' }
type FromPage = Said | { readonly kind: 'files'; readonly id: number; readonly count: number }

let last = 0

/** One page of the browser as Electron's WebContents, as far as this program uses it. */
export class WebContents extends EventEmitter {
  readonly id = ++last
  readonly session = session.defaultSession
  readonly attached: Promise<void>
  target: Target | null = null
  private url = ''
  private expected = ''
  private world: number | null = null
  /** As in Electron: whoever sets no handler lets every window open. */
  private openHandler: WindowOpen = () => ({ action: 'allow' })
  private gone = false
  private zoom = 1

  constructor(preload: string | undefined) {
    super()
    this.attached = this.attach(preload)
    // Whoever loads a page is told what went wrong; nobody else needs to be.
    this.attached.catch(() => undefined)
  }

  get mainFrame() {
    return { url: this.url, parent: null, origin: URL.parse(this.url)?.origin ?? 'null' }
  }

  getURL(): string {
    return this.url
  }

  isDestroyed(): boolean {
    return this.gone
  }

  setWindowOpenHandler(handler: WindowOpen): void {
    this.openHandler = handler
  }

  getZoomFactor(): number {
    return this.zoom
  }

  /** Chromium's own zoom is its window's; here the page is told that its pixels are larger. */
  setZoomFactor(factor: number): void {
    this.zoom = factor
    void this.ask('Runtime.evaluate', { expression: `document.documentElement.style.zoom = '${factor}'` }).catch(() => undefined)
  }

  /** A message that nobody hears yet is lost, as it is in Electron. */
  send(channel: string, ...words: readonly unknown[]): void {
    this.push({ kind: 'event', channel, words: words.map(codec.encode) })
  }

  async loadURL(url: string): Promise<void> {
    await this.attached
    this.expected = url
    if (this.target) await tellPermissions(this.target.cdp, new URL(toBrowser(url)).origin)
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', () => resolve()))
    const { errorText } = await this.ask('Page.navigate', { url: toBrowser(url) })
    if (errorText) throw new Error(`${errorText} loading '${url}'`)
    await loaded
  }

  reload(): void {
    void this.ask('Page.reload').catch(() => undefined)
  }

  close(): void {
    if (this.target) void this.target.cdp.send('Target.closeTarget', { targetId: this.target.id }).catch(() => undefined)
  }

  /** A command for this page. */
  readonly ask: Cdp['send'] = (method, params) => {
    if (!this.target) return Promise.reject(new Error('chromium host: the page is not there'))
    return this.target.cdp.send(method, params, this.target.session)
  }

  private push(message: object): void {
    if (this.world === null) return
    const expression = `chromiumHostHear(${JSON.stringify(message)})`
    void this.ask('Runtime.evaluate', { expression, contextId: this.world }).catch(() => undefined)
  }

  private async attach(preload: string | undefined): Promise<void> {
    this.target = await takePage()
    const { cdp, session, id } = this.target
    const name = randomUUID()
    cdp.on(session, 'Page.frameNavigated', ({ frame }) => {
      if (frame.parentId === undefined) this.url = fromBrowser(frame.url)
    })
    cdp.on(session, 'Page.loadEventFired', () => this.emit('did-finish-load'))
    cdp.on(session, 'Page.windowOpen', ({ url, windowName }) => {
      const { action } = this.openHandler({ url: fromBrowser(url), frameName: windowName })
      // targets.ts closes it in any case; a program that lets it open must not seem to have refused it.
      if (action !== 'deny') throw new Error('chromium host: a window opened by a page is not provided')
    })
    cdp.on(session, 'Fetch.requestPaused', (paused) => void this.answerRequest(paused).catch(() => undefined))
    cdp.on(session, 'Inspector.targetCrashed', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }))
    cdp.on('', 'Target.detachedFromTarget', ({ sessionId }) => sessionId === session && this.end())
    cdp.on(session, 'Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = context.auxData as { readonly frameId: string }
      if (context.name === preloadWorld && frameId === id) this.world = context.id
    })
    cdp.on(session, 'Runtime.executionContextsCleared', () => (this.world = null))
    cdp.on(session, 'Runtime.bindingCalled', ({ name, executionContextId, payload }) => {
      if (name === sendBinding && executionContextId === this.world) void this.hear(JSON.parse(payload) as FromPage)
    })
    await Promise.all([
      this.ask('Page.enable'),
      this.ask('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      this.ask('Runtime.enable'),
      this.ask('Runtime.addBinding', { name: sendBinding, executionContextName: preloadWorld }),
      this.ask('Page.addScriptToEvaluateOnNewDocument', { source: pageScript(name) }),
      ...(preload === undefined
        ? []
        : [
            this.ask('Page.addScriptToEvaluateOnNewDocument', {
              source: preloadScript(name, readFileSync(preload, 'utf8')),
              worldName: preloadWorld,
            }),
          ]),
    ])
  }

  private async hear(message: FromPage): Promise<void> {
    if (message.kind === 'files') return this.push({ kind: 'paths', id: message.id, paths: await this.pathsOf(message) })
    const from = { sender: this, senderFrame: this.mainFrame, frameId: 1, processId: 1, type: 'frame' }
    await receive(from, message, (reply) => this.push(reply))
  }

  /** Where the files lie that were dropped or chosen; only the browser knows. Those made by a page lie nowhere. */
  private async pathsOf({ id, count }: { readonly id: number; readonly count: number }): Promise<readonly string[]> {
    const where = async (at: number): Promise<string> => {
      const expression = `chromiumHostHeld([${id}, ${at}])`
      const { result } = await this.ask('Runtime.evaluate', { expression, contextId: this.world! })
      return (await this.ask('DOM.getFileInfo', { objectId: result.objectId! })).path
    }
    return Promise.all(Array.from({ length: count }, (_, at) => where(at).catch(() => '')))
  }

  private async answerRequest({ requestId, request, resourceType, frameId }: Protocol.Fetch.requestPausedPayload): Promise<void> {
    const url = fromBrowser(request.url)
    const top = resourceType === 'Document' && frameId === this.target?.id
    if (top && url !== this.expected && url !== this.url && !this.mayNavigate(url)) {
      // An answer without content: the page stays as it is. An abort would leave Chromium's error page.
      return void (await this.ask('Fetch.fulfillRequest', { requestId, responseCode: 204 }))
    }
    if (!(await isLetOut(url, request.method, resourceType.toLowerCase()))) {
      return void (await this.ask('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }))
    }
    const answer = await answerOwn(url, request.method)
    if (!answer) return void (await this.ask('Fetch.continueRequest', { requestId }))
    const responseHeaders = [...answer.headers].map(([name, value]) => ({ name, value }))
    const body = Buffer.from(await answer.arrayBuffer()).toString('base64')
    await this.ask('Fetch.fulfillRequest', { requestId, responseCode: answer.status, responseHeaders, body })
  }

  private mayNavigate(url: string): boolean {
    const event = refusable()
    this.emit('will-navigate', Object.assign(event, { url, isMainFrame: true }), url)
    return !event.refused()
  }

  private end(): void {
    if (this.gone) return
    this.gone = true
    this.emit('destroyed')
  }
}
