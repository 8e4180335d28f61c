import { randomBytes } from 'node:crypto'
import { thunderbird } from '../../electron/clients/thunderbird.ts'
import { probeDoor } from '../../electron/probe/probe.ts'
import type { Result } from '../../shared/base/result.ts'
import type { World } from './journey.ts'

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}

/** Receives and sends as Thunderbird would now, with what stands in the profile and nothing else: one answer a door, `ok` or why not. */
export async function signInAsStored({ stage, practice }: World, address: string): Promise<readonly string[]> {
  const client = thunderbird({
    platform: process.platform,
    home: stage.folder,
    env: {},
    now: () => new Date(),
    random: (size) => randomBytes(size),
  })
  const profiles = must(await client.find({ root: stage.thunderbirdRoot }))
  const places = profiles.flatMap(({ folder, accounts }) =>
    accounts.filter((account) => account.address === address).map(({ key }) => ({ folder, key })),
  )
  const answers: string[] = []
  for (const { folder, key } of places) {
    const { incoming, userName, password, outgoing } = must(await client.readBack({ folder, key }, { primaryPassword: null }))
    const doors = [
      { endpoint: incoming, userName, password },
      ...(outgoing ? [{ endpoint: outgoing.endpoint, userName: outgoing.userName, password: outgoing.password }] : []),
    ]
    for (const { endpoint, userName: user, password: stored } of doors) {
      if (!stored) answers.push(`${endpoint.protocol}: no password`)
      else {
        const report = await probeDoor({ endpoint, userName: user, password: stored, ca: practice.caPem })
        answers.push(`${endpoint.protocol}: ${report.ok ? 'ok' : report.problem?.code}`)
      }
    }
  }
  return answers
}
