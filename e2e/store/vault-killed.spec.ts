import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fileVault } from '../../electron/store/file-vault.ts'
import { Secret } from '../../shared/base/secret.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vault-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it('a vault whose process is killed at any moment holds every value it had said it holds', async () => {
  const file = path.join(folder, 'vault.json')
  const script = `
    const { fileVault } = await import(${JSON.stringify(new URL('../../electron/store/file-vault.ts', import.meta.url).href)})
    const { Secret } = await import(${JSON.stringify(new URL('../../shared/base/secret.ts', import.meta.url).href)})
    const vault = fileVault(${JSON.stringify(file)}, async () => new Secret('p'))
    for (let i = Number(process.argv[1]); ; i++) {
      const put = await vault.put({ run: 'r', for: 'm' + i, realms: ['mail'], which: 'new' }, new Secret('value ' + i))
      console.log(put.ok ? i : JSON.stringify(put.problem))
    }`
  let said = -1
  for (const more of [1, 4, 9]) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, String(said + 1)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const until = said + more
    for await (const line of createInterface({ input: child.stdout })) {
      expect(line).toBe(String(said + 1))
      said += 1
      // The lines it had said by the moment of the kill still come after it.
      if (said === until) child.kill('SIGKILL')
    }
    const vault = fileVault(file, () => Promise.resolve(new Secret('p')))
    const held: string[] = []
    for (let index = 0; index <= said; index += 1) {
      const got = await vault.get({ run: 'r', for: `m${index}`, realms: ['mail'], which: 'new' })
      held.push(got.ok ? got.value.reveal() : got.problem.code)
    }
    expect(held).toEqual(Array.from({ length: said + 1 }, (_, index) => `value ${index}`))
  }
  expect(said).toBeGreaterThanOrEqual(13)
})
