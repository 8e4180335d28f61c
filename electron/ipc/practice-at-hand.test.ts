import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ok } from '../../shared/base/result.ts'
import type { App } from '../road/app.ts'
import { practiceAtHand } from './practice-at-hand.ts'

test('two starts at once leave one provider running, and nothing of the other', async () => {
  const running = new Set<string>()
  const folders: string[] = []
  const start: App['startPractice'] = async (folder) => {
    folders.push(folder)
    await new Promise((resolve) => setImmediate(resolve))
    running.add(folder)
    const places = { provider: 'practice', portalUrl: '', incoming: '', outgoing: '', addresses: [], thunderbirdRoot: '' }
    const stop = async (): Promise<void> => void running.delete(folder)
    return ok({ ...places, folder, sheetFile: `${folder}/sheet.txt`, caFile: `${folder}/ca.pem`, stop })
  }
  const practice = practiceAtHand(start)
  await Promise.all([practice.start(null, []), practice.start(null, [])])
  expect([...running]).toEqual(folders.slice(1))
  expect(folders.map((folder) => existsSync(folder))).toEqual([false, true])
  // A stop that comes while one starts ends that one.
  const third = practice.start(null, [])
  await practice.stop()
  await third
  expect(running.size).toBe(0)
  expect(folders.some((folder) => existsSync(folder))).toBe(false)
  expect(practice.now()).toBeNull()
})
