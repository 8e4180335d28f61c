import { afterEach, describe, expect, test } from 'vitest'
import { chromium } from 'playwright-core'
import { findBrowser } from '../../electron/portal/browser.ts'
import { fail } from '../../shared/base/result.ts'
import { tables, labels } from './markups.ts'
import { usualBrowser } from '../fakes/light-browser.ts'
import { html, startSite, type MemberSite, type SiteOrder } from './member-site.ts'
import { newPassword, play, playInUsual } from './play.ts'

const sites: MemberSite[] = []
afterEach(async () => {
  for (const site of sites.splice(0)) await site.close()
})
const siteWith = async (order: Partial<SiteOrder>): Promise<MemberSite> => {
  const site = await startSite({ markup: tables, ...order })
  sites.push(site)
  return site
}
const onCommit =
  (
    doing: (
      site: MemberSite,
      answer: Parameters<NonNullable<SiteOrder['instead']>>[2],
      fields: Readonly<Record<string, string>>,
    ) => void,
  ): SiteOrder['instead'] =>
  (site, request, answer, fields) => {
    if (request.method !== 'POST' || request.url !== '/change') return false
    doing(site, answer, fields)
    return true
  }
/** The server takes the password and hangs up without an answer, on a connection that was kept alive before. */
const hangsUp = onCommit((site, answer, fields) => {
  if (fields.now === site.password) site.password = fields.next!
  answer.req.socket.destroy()
})

describe('the commit leaves once', () => {
  test('control: a plain Chromium sends the form a second time when the kept connection breaks unanswered', async () => {
    const site = await siteWith({ instead: hangsUp })
    const found = findBrowser(usualBrowser)
    const browser = await chromium.launch({ executablePath: found.ok ? found.value : '', args: ['--no-proxy-server'] })
    const page = await browser.newPage()
    await page.goto(`${site.url}login`)
    await page.fill('[name=user]', site.login)
    await page.fill('[name=pass]', site.password)
    await page.click('[type=submit]')
    await page.goto(`${site.url}change`)
    await page.click('[type=submit]', { noWaitAfter: true })
    await expect.poll(() => site.commits()).toBeGreaterThan(1)
    await browser.close()
  })

  test('a kept connection that breaks unanswered: one form arrives, the outcome is unknown', async () => {
    const site = await siteWith({ instead: hangsUp })
    const { played, intended } = await playInUsual(site)
    expect(played).toMatchObject({
      commit: 'sent',
      completed: false,
      problem: { code: 'portal-outcome-unknown', again: 'after-person' },
    })
    expect([site.commits(), intended]).toEqual([1, 1])
    expect(site.password).toBe(newPassword)
  })

  test('a server that never answers: the wait ends, the outcome is unknown', async () => {
    const site = await siteWith({ instead: onCommit(() => {}) })
    const { played } = await play(site, { page: 3000 })
    expect(played).toMatchObject({ commit: 'sent', problem: { code: 'portal-outcome-unknown', facts: { cause: 'timed-out' } } })
    expect(site.commits()).toBe(1)
  })

  const timer = 'a form sent again by a timer'
  const scripts: readonly (readonly [string, string])[] = [
    [
      'a button that submits by script and by itself',
      tables.change('').replace('value="変更する"', 'value="変更する" onclick="this.form.submit()"'),
    ],
    [
      timer,
      `${tables.change('')}<script>document.forms[0].addEventListener('submit',()=>{const f=document.forms[0];for(const t of [0,5,50,200,400])setTimeout(()=>f.submit(),t)})</script>`,
    ],
    [
      'a script that sends it alongside',
      `${tables.change('')}<script>document.forms[0].addEventListener('submit',()=>{const b=new URLSearchParams(new FormData(document.forms[0]));fetch('/change',{method:'POST',body:b,keepalive:true});navigator.sendBeacon('/change',b)})</script>`,
    ],
    [
      'a second window',
      `${tables.change('')}<script>document.forms[0].addEventListener('submit',(e)=>{const f=document.forms[0].cloneNode(true);f.target='_blank';document.body.append(f);[...f.elements].forEach((x,i)=>{x.value=document.forms[0].elements[i].value});f.submit()})</script>`,
    ],
  ]
  test.each(scripts)('%s: one form arrives', async (what, body) => {
    const site = await siteWith({
      instead: (_site, request, answer) => {
        if (`${request.method} ${request.url}` !== 'GET /change') return false
        html(answer, body)
        return true
      },
    })
    const { played } = await play(site)
    expect(played.commit).toBe('sent')
    // A page that submits anew takes its own first form back; on a busy machine before it has left. Never twice, and never unnoticed.
    const arrived = site.commits()
    expect(what === timer ? [0, 1] : [1]).toContain(arrived)
    expect(site.password === newPassword).toBe(arrived === 1)
  })

  test('a chain of redirects leads to the page of completion', async () => {
    const site = await siteWith({
      instead: (site, request, answer, fields) => {
        const where: Record<string, string> = { 'POST /change': '/one', 'GET /one': '/two', 'GET /two': '/three' }
        const next = where[`${request.method} ${request.url}`]
        if (request.method === 'POST' && request.url === '/change') site.password = fields.next!
        if (request.url === '/three') html(answer, tables.done(''))
        else if (next) answer.writeHead(302, { location: next }).end()
        return next !== undefined || request.url === '/three'
      },
    })
    const { played } = await play(site)
    expect(played).toMatchObject({ commit: 'sent', completed: true })
    expect(site.commits()).toBe(1)
  })

  const after = [
    { what: 'an error after the effect', code: 'portal-outcome-unknown', status: 500, body: '<h1>Internal Server Error</h1>' },
    { what: 'a page nobody foresaw', code: 'portal-outcome-unknown', body: '<h1>お客さまの声をお聞かせください</h1>' },
    { what: 'completion denied', code: 'portal-refused', body: '<h1>変更完了画面</h1><p>変更に失敗しました。</p>' },
    {
      what: 'the rule',
      code: 'portal-rule-refused',
      body: tables.change('新しいパスワードに使用できない文字が含まれています。'),
    },
    {
      what: 'the old password',
      code: 'portal-old-password-refused',
      body: tables.change('現在のパスワードが正しくありません。'),
    },
    {
      what: 'the limit of the day',
      code: 'portal-limit-reached',
      body: '<h1>エラー</h1><p>パスワードの変更は1日1回までです。</p>',
    },
  ]
  test.each(after)('$what: $code, and the truth is that it was sent', async ({ code, body, status }) => {
    const site = await siteWith({ instead: onCommit((_site, answer) => html(answer, body, status)) })
    const { played } = await play(site)
    expect(played).toMatchObject({ commit: 'sent', completed: false, problem: { code } })
    expect(site.commits()).toBe(1)
  })
})

const asking = (words: string) => ({
  ...labels,
  change: (error: string) => labels.change(error).replace('method="post"', `method="post" onsubmit="return confirm('${words}')"`),
})

describe('what can still be said not to have been sent', () => {
  test('a script that refuses the form on the page: nothing left the browser', async () => {
    const refuses = tables
      .change('')
      .replace(
        'method="post"',
        `method="post" onsubmit="alert('新しいパスワードに使用できない文字が含まれています。');return false"`,
      )
    const site = await siteWith({ markup: { ...tables, change: () => refuses } })
    const { played, intended } = await play(site)
    expect(played).toMatchObject({ commit: 'not-sent', problem: { code: 'portal-rule-refused' } })
    expect([site.commits(), intended]).toEqual([0, 1])
  })

  test('the intention cannot be written: nothing is sent', async () => {
    const site = await siteWith({})
    const { played } = await play(site, { beforeCommit: async () => fail('disk-full', 'after-person') })
    expect(played).toMatchObject({ commit: 'not-sent', problem: { code: 'disk-full' } })
    expect(site.commits()).toBe(0)
  })

  test('the page asks back: yes where the recipe says so, no where something else is asked', async () => {
    const good = await siteWith({ markup: asking('パスワードを変更します。よろしいですか？') })
    expect((await play(good)).played).toMatchObject({ commit: 'sent', completed: true })
    const foreign = await siteWith({ markup: asking('同時に接続パスワード変更を行います。よろしいですか？') })
    expect((await play(foreign)).played).toMatchObject({ commit: 'not-sent', problem: { code: 'portal-changed' } })
    expect(foreign.commits()).toBe(0)
  })
})

async function stopWhen(what: string, order: Partial<SiteOrder> = {}) {
  const site = await siteWith(order)
  const stop = new AbortController()
  let wished = 0
  const { played } = await play(site, {
    stop: stop.signal,
    report: (line) => {
      if (line !== what) return
      setTimeout(() => {
        wished = Date.now()
        stop.abort()
      }, 100)
    },
  })
  return { site, played, took: Date.now() - wished }
}

describe('a wish to stop', () => {
  test('before the commit: nothing is sent', async () => {
    const { site, played, took } = await stopWhen('expect user', { instead: (_site, request) => request.url === '/menu' })
    expect(played).toMatchObject({ commit: 'not-sent', problem: { code: 'cancelled' } })
    expect(site.commits()).toBe(0)
    expect(took).toBeLessThan(1000)
  })

  test('after the commit: it is told that it was sent', async () => {
    const { site, played, took } = await stopWhen('expect done', { instead: onCommit(() => {}) })
    expect(played).toMatchObject({ commit: 'sent', problem: { code: 'cancelled' } })
    expect(site.commits()).toBe(1)
    expect(took).toBeLessThan(1000)
  })

  test('before it begins: no browser is started for long', async () => {
    const site = await siteWith({})
    const { played } = await play(site, { stop: AbortSignal.abort() })
    expect(played).toMatchObject({ commit: 'not-sent', problem: { code: 'cancelled' } })
    expect(site.asked).toEqual([])
  })
})
