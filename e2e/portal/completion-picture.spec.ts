import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { donePage } from '../../electron/practice/portals/oshigoto-pikara/pages.ts'
import { Secret } from '../../shared/base/secret.ts'
import { playOnPractice, practiceOf } from './play-on-practice.ts'
import { readPng } from './png.ts'
import { plays } from './recipes/oshigoto-pikara.ts'

const play = plays.plays[0]!

/** The last picture of a whole visit that sets this password, on a site whose clock stands still. */
async function lastPicture(newPassword: string): Promise<Buffer> {
  const practice = await practiceOf('oshigoto-pikara', { now: () => Date.UTC(2026, 10, 20, 3) })
  const done = await playOnPractice(practice, play, { newPassword: new Secret(newPassword), page: 40_000 })
  await practice.stop()
  expect(done.played.problem).toBeNull()
  const last = done.played.pages.at(-1)!
  expect(last.what).toBe('done')
  const bytes = readFileSync(path.join(done.evidence, last.picture!))
  done.tidy()
  return bytes
}

test('お仕事ピカラ prints the new password on its last page: the picture kept of it is the same, whichever it was', async () => {
  const row = { account: { address: 'mihon@md.pikara.example' }, option: 0, size: 1, set: false }
  expect(donePage(row as Parameters<typeof donePage>[0], '2611202601', 'wwwwMMMM')).toContain('wwwwMMMM')
  const [wide, narrow] = [await lastPicture('wwwwMMMM'), await lastPicture('iiiilll1')]
  expect(Buffer.compare(wide, narrow)).toBe(0)
  // And it is a picture of the page, not of nothing: ink stands on it.
  const picture = readPng(wide)
  let ink = 0
  for (let y = 0; y < picture.height; y += 2)
    for (let x = 0; x < picture.width; x += 2) if (picture.at(x, y).every((channel) => channel < 100)) ink++
  expect(ink).toBeGreaterThan(500)
})
