import { userInfo } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { nativeSession } from './native-session.ts'

describe.runIf(process.platform === 'win32')('the Windows session', () => {
  it('is of the person this process runs as, who sits at the screen', async () => {
    const seen = await nativeSession.user()
    expect(seen).toMatchObject({ ok: true, value: { name: userInfo().username, desktopUser: null } })
    expect(seen.ok && typeof seen.value.elevated).toBe('boolean')
  })

  it('lists this very program', async () => {
    const seen = await nativeSession.programs()
    expect(seen.ok && seen.value).toContain(path.basename(process.execPath))
  })
})

describe.runIf(process.platform !== 'win32')('without Windows', () => {
  it('nothing is said', async () => {
    expect([await nativeSession.user(), await nativeSession.programs()]).toMatchObject([{ ok: false }, { ok: false }])
  })
})
