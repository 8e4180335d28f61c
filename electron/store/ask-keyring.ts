import { spawn } from 'node:child_process'
import path from 'node:path'
import { keyringAnswer, type KeyringAnswer, type KeyringOrder } from './keyring-talk.ts'

// Beside this file as source, beside the bundle after a build.
const program = path.join(import.meta.dirname, `keyring-process${path.extname(import.meta.filename)}`)

/**
 * Has one order carried out by a keyring process of its own and ends that process when it takes longer than `limit`
 * (milliseconds): a locked keyring waits for a person who may never come. Its standard error is not read.
 */
export function askKeyring(order: KeyringOrder, limit: number): Promise<KeyringAnswer | 'timed-out'> {
  return new Promise((resolve) => {
    // Electron started from a checkout is told to be Node. The packaged program has that switched off and must hand osVault
    // an asker of its own (a utility process).
    const child = spawn(process.execPath, [program], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' },
      windowsHide: true,
    })
    const chunks: Buffer[] = []
    const clock = setTimeout(() => {
      resolve('timed-out')
      child.kill('SIGKILL')
    }, limit)
    const end = (answer: KeyringAnswer): void => {
      clearTimeout(clock)
      resolve(answer)
    }
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', (error) => end({ error: error.message }))
    child.on('close', (code) => end(answerIn(Buffer.concat(chunks).toString('utf8'), code)))
    // It may be gone before it has read: `close` tells.
    child.stdin.on('error', () => undefined)
    child.stdin.end(JSON.stringify(order))
  })
}

function answerIn(text: string, code: number | null): KeyringAnswer {
  try {
    return keyringAnswer.parse(JSON.parse(text))
  } catch {
    return { error: `the keyring process ended with ${code ?? 'a signal'} and no answer` }
  }
}
