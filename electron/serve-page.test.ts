import * as fc from 'fast-check'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentPolicy, fileFor, servePage } from './serve-page.ts'

let folder: string
beforeAll(async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'page-'))
  folder = path.join(root, 'renderer')
  await mkdir(path.join(folder, 'assets'), { recursive: true })
  await writeFile(path.join(folder, 'index.html'), '<p>ok')
  await writeFile(path.join(root, 'secret.html'), 'outside')
  await mkdir(path.join(root, 'renderer-other'))
  await writeFile(path.join(root, 'renderer-other', 'x.html'), 'outside')
})
afterAll(() => rm(path.dirname(folder), { recursive: true, force: true }))

describe('fileFor', () => {
  it.each([
    'app://bundle/../secret.html',
    'app://bundle/..%2fsecret.html',
    'app://bundle/%2e%2e%2fsecret.html',
    'app://bundle/..%5csecret.html',
    'app://bundle/..\\secret.html',
    'app://bundle/../renderer-other/x.html',
    'app://bundle/%2e%2e%2frenderer-other%2fx.html',
    'app://bundle/%00index.html',
    'app://bundle/%zz',
    'app://bundle/',
    'app://other/index.html',
    'https://bundle/index.html',
  ])('gives nothing outside the folder for %s', async (url) => {
    expect(fileFor(folder, url) ?? path.join(folder, 'x')).toMatch(new RegExp(`^${folder}${path.sep === '/' ? '/' : '\\\\'}`))
    expect((await servePage(folder, new Request(url))).status).toBe(404)
  })

  it('leads out of the folder for no address whatever', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2E',
      '/',
      '%2f',
      '%5c',
      '\\',
      'index.html',
      '%00',
      '//',
      'c:',
      '~',
      '%252e%252e',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const file = fileFor(folder, `app://bundle/${pieces.join('')}`)
        expect(file === null || file.startsWith(folder + path.sep)).toBe(true)
      }),
    )
  })
})

describe('servePage', () => {
  it('serves its own files under the policy', async () => {
    const answer = await servePage(folder, new Request('app://bundle/index.html'))
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      200,
      'text/html; charset=utf-8',
      '<p>ok',
    ])
    expect(answer.headers.get('content-security-policy')).toBe(contentPolicy)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('answers nothing else: other methods, missing files, kinds it does not know', async () => {
    expect((await servePage(folder, new Request('app://bundle/index.html', { method: 'POST' }))).status).toBe(404)
    expect((await servePage(folder, new Request('app://bundle/none.html'))).status).toBe(404)
    expect((await servePage(folder, new Request('app://bundle/assets'))).status).toBe(404)
  })

  it('has a policy without a hole', () => {
    expect(contentPolicy).toMatch(/^default-src 'none'; /)
    expect(contentPolicy).not.toMatch(/unsafe|\*|https?:/)
    for (const said of ["script-src 'self'", "connect-src 'none'", "base-uri 'none'", "require-trusted-types-for 'script'"])
      expect(contentPolicy.split('; ')).toContain(said)
  })
})
