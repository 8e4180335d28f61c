import { fork } from 'node:child_process'
import type { WorkProcess } from './work-elsewhere.ts'
import type { FromWork, ToWork } from './work-messages.ts'

/** As much of Electron's `utilityProcess` as is used. */
export interface UtilityProcesses {
  fork(
    file: string,
    args: string[],
    options: { readonly env: Record<string, string>; readonly stdio: 'ignore'; readonly serviceName: string },
  ): {
    postMessage(message: unknown): void
    on(event: 'message', heard: (message: FromWork) => void): unknown
    once(event: 'exit', gone: () => void): unknown
    kill(): boolean
  }
}

/** What the process needs of the surroundings: not the passphrase of a vault, nor anybody else's secrets. */
const envFor = (environment: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).filter(
      (pair): pair is [string, string] => pair[1] !== undefined && !/PASS|SECRET|TOKEN|^NODE_OPTIONS$|^ELECTRON_/i.test(pair[0]),
    ),
  )

function nodeProcess(file: string, env: Record<string, string>): WorkProcess {
  const child = fork(file, [], { env, execArgv: [], serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  // What it still tidies up behind its last word keeps nobody waiting.
  child.unref()
  return {
    // It may have ended in the same moment; that is told by `onGone`.
    post: (message: ToWork) => void (child.connected && child.send(message, () => undefined)),
    // The other end of the pipe is our own script.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    onMessage: (heard) => void child.on('message', (message) => heard(message as FromWork)),
    onGone: (gone) => void child.once('exit', gone).once('error', gone),
    kill: () => void child.kill('SIGKILL'),
  }
}

function utility(processes: UtilityProcesses, file: string, env: Record<string, string>): WorkProcess {
  const child = processes.fork(file, [], { env, stdio: 'ignore', serviceName: 'mail-migrate-work' })
  return {
    // A process, no page: there is no origin to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    post: (message) => child.postMessage(message),
    onMessage: (heard) => void child.on('message', heard),
    onGone: (gone) => void child.once('exit', gone),
    kill: () => void child.kill(),
  }
}

/** Starts the working process: by Electron where its utility processes are at hand, by Node on the stand-in. `file`: its script, a file of this program. */
export const startWork = (
  file: string,
  processes: UtilityProcesses | null,
  environment: Readonly<Record<string, string | undefined>>,
): WorkProcess => (processes ? utility(processes, file, envFor(environment)) : nodeProcess(file, envFor(environment)))
