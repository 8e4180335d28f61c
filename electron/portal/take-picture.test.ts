import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { takePicture } from './take-picture.ts'

/** A page without frames: nothing to cover, and these bytes for a picture. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const pageOf = (picture: unknown): Page => ({ frames: () => [], screenshot: async () => picture }) as unknown as Page

test('a picture that cannot be saved is no picture, and the one that is there stays', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'picture-'))
  try {
    expect(await takePicture(pageOf(Buffer.from('a')), [], path.join(folder, 'in'), '01-x')).toBe('01-x.png')
    expect(await takePicture(pageOf(Buffer.from('b')), [], path.join(folder, 'in'), '01-x')).toBeNull()
    writeFileSync(path.join(folder, 'file'), '')
    expect(await takePicture(pageOf(Buffer.from('c')), [], path.join(folder, 'file', 'below'), '01-x')).toBeNull()
    expect(readdirSync(path.join(folder, 'in'))).toEqual(['01-x.png'])
    await expect(takePicture(pageOf({ no: 'bytes' }), [], folder, '02-x')).rejects.toThrow(TypeError)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
