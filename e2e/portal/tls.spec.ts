import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { generate } from 'selfsigned'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dropProfileFolder } from '../../electron/portal/profile-folder.ts'
import { findBrowser } from '../../electron/portal/browser.ts'
import { makeAuthority } from '../fakes/certificates.ts'
import { usualBrowser } from '../fakes/light-browser.ts'
import { tables } from './markups.ts'
import { startSite, type MemberSite, type SiteOrder } from './member-site.ts'
import { newPassword, playInUsual as play, temporaryFolder } from './play.ts'

let tls = { key: '', cert: '' }
let home = ''
const before = process.env.HOME
beforeAll(async () => {
  const made = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  })
  tls = { key: made.private, cert: made.cert }
  home = temporaryFolder()
  // Chromium on Linux trusts what the user's own NSS database trusts.
  const database = path.join(home, '.pki', 'nssdb')
  mkdirSync(database, { recursive: true })
  writeFileSync(path.join(home, 'cert.pem'), made.cert)
  execFileSync('certutil', ['-d', `sql:${database}`, '-N', '--empty-password'])
  execFileSync('certutil', ['-d', `sql:${database}`, '-A', '-t', 'CP,,', '-n', 'spec', '-i', path.join(home, 'cert.pem')])
  process.env.HOME = home
})
afterAll(async () => {
  process.env.HOME = before
  await dropProfileFolder(home)
})

const hangsUp: SiteOrder['instead'] = (site, request, answer, fields) => {
  if (request.method !== 'POST' || request.url !== '/change') return false
  if (fields.now === site.password) site.password = fields.next!
  answer.req.socket.destroy()
  return true
}

const hangsUpAtSignIn: SiteOrder['instead'] = (_site, request, answer) => {
  if (request.method !== 'POST' || !request.url?.startsWith('/login')) return false
  answer.req.socket.destroy()
  return true
}
const signInsAt = (site: MemberSite): number => site.posted.filter(({ path }) => path.startsWith('/login')).length

describe('over TLS, where the proxy cannot see what is sent', () => {
  test('the whole visit', async () => {
    const site = await startSite({ markup: tables, tls })
    const { played } = await play(site)
    expect(played).toMatchObject({ commit: 'sent', completed: true, problem: null })
    expect(site.commits()).toBe(1)
    await site.close()
  })

  test('control: a plain Chromium sends the form again when the kept connection breaks unanswered', async () => {
    const site = await startSite({ markup: tables, tls, instead: hangsUp })
    const found = findBrowser(usualBrowser)
    const browser = await chromium.launch({ executablePath: found.ok ? found.value : '', args: ['--no-proxy-server'] })
    const page = await browser.newPage({ ignoreHTTPSErrors: true })
    await signIn(page, site)
    await page.click('[type=submit]', { noWaitAfter: true })
    await expect.poll(() => site.commits()).toBeGreaterThan(1)
    await browser.close()
    await site.close()
  })

  test('a kept connection that breaks unanswered: one form arrives', async () => {
    const site = await startSite({ markup: tables, tls, instead: hangsUp })
    const { played } = await play(site)
    expect(played).toMatchObject({ commit: 'sent', completed: false, problem: { code: 'portal-outcome-unknown' } })
    expect(site.commits()).toBe(1)
    expect(site.password).toBe(newPassword)
    await site.close()
  })

  test('also when a script has just used the fresh connection for something else', async () => {
    const asks = tables
      .change('')
      .replace(
        'method="post"',
        `method="post" onsubmit="const f=this;event.preventDefault();fetch('/ping').then((r)=>r.text()).then(()=>f.submit())"`,
      )
    const site = await startSite({ markup: { ...tables, change: () => asks }, tls, instead: hangsUp })
    const { played } = await play(site)
    expect(played).toMatchObject({ commit: 'sent', completed: false })
    expect(site.commits()).toBe(1)
    await site.close()
  })

  test('control: so it does with a sign-in', async () => {
    const site = await startSite({ markup: tables, tls, instead: hangsUpAtSignIn })
    const found = findBrowser(usualBrowser)
    const browser = await chromium.launch({ executablePath: found.ok ? found.value : '', args: ['--no-proxy-server'] })
    const page = await browser.newPage({ ignoreHTTPSErrors: true })
    await page.goto(`${site.url}login`)
    await page.fill('[name=user]', site.login)
    await page.click('[type=submit]', { noWaitAfter: true })
    await expect.poll(() => signInsAt(site)).toBeGreaterThan(1)
    await browser.close()
    await site.close()
  })

  test('a sign-in on a kept connection that breaks unanswered arrives once: a refusal is not doubled', async () => {
    const site = await startSite({ markup: tables, tls, instead: hangsUpAtSignIn })
    const { played, signIns } = await play(site)
    expect(played).toMatchObject({ commit: 'not-sent', completed: false, problem: { code: 'portal-unreachable' } })
    expect([signIns, signInsAt(site)]).toEqual([1, 1])
    await site.close()
  })

  test('a further authority vouches for the site; another one does not', async () => {
    process.env.HOME = before
    const site = await startSite({ markup: tables, tls })
    const { played: refused } = await play(site, { ca: (await makeAuthority()).cert })
    expect(refused).toMatchObject({ commit: 'not-sent', problem: { code: 'portal-unreachable', facts: { cause: 'tls' } } })
    expect(site.asked).toEqual([])
    const { played } = await play(site, { ca: tls.cert })
    process.env.HOME = home
    expect(played).toMatchObject({ commit: 'sent', completed: true, problem: null })
    expect(site.commits()).toBe(1)
    await site.close()
  })

  test('a link that begins in the clear leads on to the site the authority vouches for, where that was named', async () => {
    process.env.HOME = before
    const site = await startSite({ markup: tables, tls })
    const gate = createServer((_request, answer) => answer.writeHead(302, { location: site.url }).end())
    await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve))
    const link = `http://127.0.0.1:${(gate.address() as AddressInfo).port}/reset?key=rehearsal`
    const { played: refused } = await play({ ...site, url: link }, { ca: tls.cert })
    expect(refused).toMatchObject({ commit: 'not-sent', problem: { code: 'portal-unreachable', facts: { cause: 'tls' } } })
    const { played } = await play({ ...site, url: link }, { ca: tls.cert, siteUrl: site.url })
    process.env.HOME = home
    gate.close()
    expect(played).toMatchObject({ commit: 'sent', completed: true, problem: null })
    await site.close()
  })

  test('a certificate nobody vouches for: nothing is typed', async () => {
    process.env.HOME = before
    const site = await startSite({ markup: tables, tls })
    const { played, signIns } = await play(site)
    process.env.HOME = home
    expect(played).toMatchObject({
      commit: 'not-sent',
      problem: { code: 'portal-unreachable', again: 'after-person', facts: { cause: 'tls' } },
    })
    expect([signIns, site.asked.length]).toEqual([0, 0])
    await site.close()
  })
})

async function signIn(
  page: Awaited<ReturnType<Awaited<ReturnType<typeof chromium.launch>>['newPage']>>,
  site: MemberSite,
): Promise<void> {
  await page.goto(`${site.url}login`)
  await page.fill('[name=user]', site.login)
  await page.fill('[name=pass]', site.password)
  await page.click('[type=submit]')
  await page.goto(`${site.url}change`)
}
