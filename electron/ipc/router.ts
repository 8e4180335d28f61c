import type { IpcMain } from 'electron'
import { fail, type Result } from '../../shared/base/result.ts'
import { callChannel, droppedChannel, readyChannel } from '../../shared/ipc/bridge.ts'
import { calls, type CallName, type Handlers } from '../../shared/ipc/contract.ts'
import { type Report, reportBug } from './report-bug.ts'

/** Where the window's own page lives. A URL's `origin` is "null" for this scheme in Node, so scheme and host are compared. */
export const pageHome = { protocol: 'app:', host: 'bundle' } as const

/** True for a page of this program's own, and for nothing else that merely begins alike. */
export function isOwnPage(url: string): boolean {
  const parsed = URL.parse(url)
  return parsed !== null && parsed.protocol === pageHome.protocol && parsed.host === pageHome.host
}

type Answers = Readonly<Record<CallName, (input: unknown) => Promise<Result<unknown>>>>

/** The table's own types cannot say that a call's input is what its schema gave: this one line does. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const byName = (handlers: Handlers): Answers => handlers as unknown as Answers

const isCall = (name: unknown): name is CallName => typeof name === 'string' && Object.hasOwn(calls, name)

interface Sender {
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null
}

/** True for the top page of this program's own window. */
const isOwnSender = ({ senderFrame }: Sender): boolean =>
  senderFrame !== null && senderFrame.parent === null && isOwnPage(senderFrame.url)

/**
 * Answers one call: refuses a sender that is not our own top page, a name that is not in the contract, and input the
 * contract does not allow. A handler's stray throw becomes `unexpected` with a reference that `report` got as well.
 */
export async function answerCall(
  handlers: Handlers,
  report: Report,
  sender: Sender,
  name: unknown,
  raw: unknown,
): Promise<Result<unknown>> {
  if (!isOwnSender(sender)) return fail('bad-usage', 'never', { reason: 'foreign-sender' })
  if (!isCall(name)) return fail('bad-usage', 'never', { reason: 'unknown-call' })
  const input = calls[name].input.safeParse(raw)
  if (!input.success) {
    // Only where it is wrong: what stood there may be a password.
    return fail('bad-usage', 'never', { reason: 'input', call: name, at: input.error.issues[0]?.path.join('.') ?? '' })
  }
  try {
    return await byName(handlers)[name](input.data)
  } catch (error) {
    return reportBug(report, error)
  }
}

/** What a page of our own says beside its calls. */
export interface PageSays {
  /** It stands and hears. */
  readonly ready: () => void
  /** A file was dropped onto it, which lies there. */
  readonly dropped: (file: string) => void
}

/** Connects the contract's one channel to its handlers, and hears what a page of our own says besides. Called once, before the window opens. */
export function routeCalls(
  ipc: Pick<IpcMain, 'handle' | 'on'>,
  handlers: Handlers,
  report: Report,
  says: PageSays,
): void {
  ipc.handle(callChannel, (event, name: unknown, raw: unknown) => answerCall(handlers, report, event, name, raw))
  ipc.on(readyChannel, (event) => {
    if (isOwnSender(event)) says.ready()
  })
  ipc.on(droppedChannel, (event, file: unknown) => {
    if (isOwnSender(event) && typeof file === 'string') says.dropped(file)
  })
}
