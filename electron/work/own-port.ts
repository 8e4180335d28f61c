import type { FromWork, ToWork } from './work-messages.ts'
import type { WorkPort } from './serve-work.ts'

/** What Electron gives a utility process to talk with. */
interface ParentPort {
  readonly on: (event: 'message', heard: (event: { readonly data: ToWork }) => void) => void
  readonly postMessage: (message: FromWork) => void
}

/** Behind the last word a browser may still be tidied up after; whatever keeps the process longer than that is let go. */
const tidying = 10_000

const lastWords: readonly FromWork['type'][] = ['played', 'drawn', 'threw']

/** The pipe this process was started with: a utility process's of Electron, or a child process's of Node. */
export function ownPort(own: NodeJS.Process): WorkPort {
  const port = (own as NodeJS.Process & { readonly parentPort?: ParentPort }).parentPort
  const leave = (): void => {
    setTimeout(() => own.exit(), tidying).unref()
    if (!port && own.connected) own.disconnect()
  }
  return {
    post: (message) => {
      const last = lastWords.includes(message.type)
      if (port) port.postMessage(message)
      else own.send?.(message, undefined, undefined, () => last && leave())
      if (port && last) leave()
    },
    onMessage: (heard) => {
      if (port) port.on('message', ({ data }) => heard(data))
      // The other end of the pipe is our own program.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      else own.on('message', (message) => heard(message as ToWork))
    },
    onGone: (gone) => {
      if (port) return
      own.on('disconnect', () => {
        gone()
        // Whoever is left without a window ends by itself, whatever it was at.
        leave()
      })
    },
  }
}
