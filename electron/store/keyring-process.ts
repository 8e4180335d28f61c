import { text } from 'node:stream/consumers'
import { keyringOrder, type KeyringAnswer } from './keyring-talk.ts'

// A process of its own, started by os-vault.ts for one order: a call into the system's keyring that waits for a person blocks
// a thread which Node then waits for even in process.exit (seen with gnome-keyring's prompt). A process can be ended.

async function carryOut(): Promise<KeyringAnswer> {
  const { service, account, acts } = keyringOrder.parse(JSON.parse(await text(process.stdin)))
  const { default: keytar } = await import('keytar')
  let found: string | null = null
  for (const act of acts) {
    if (act === 'get') found = await keytar.getPassword(service, account)
    else if (act === 'delete') await keytar.deletePassword(service, account)
    else await keytar.setPassword(service, account, act.set)
  }
  return { found }
}

const answer = await carryOut().catch((error: unknown): KeyringAnswer => ({
  error: error instanceof Error ? error.message : String(error),
}))
process.stdout.write(JSON.stringify(answer))
