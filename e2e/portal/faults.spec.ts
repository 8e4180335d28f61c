import { createServer } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { tables } from './markups.ts'
import { html, portOf, startSite, type MemberSite, type SiteOrder } from './member-site.ts'
import { newPassword, play } from './play.ts'

const sites: MemberSite[] = []
afterEach(async () => {
  for (const site of sites.splice(0)) await site.close()
})
const siteWith = async (order: Partial<SiteOrder>): Promise<MemberSite> => {
  const site = await startSite({ markup: tables, ...order })
  sites.push(site)
  return site
}
/** Answers one address with a page of its own. */
const at =
  (line: string, body: string, status = 200): SiteOrder['instead'] =>
  (_site, request, answer) => {
    if (`${request.method} ${request.url}` !== line) return false
    html(answer, body, status)
    return true
  }

describe('before the commit', () => {
  test('a refused sign-in is reported with the words of the site and not tried again', async () => {
    const site = await siteWith({ password: 'another-1' })
    const { played, signIns } = await play(site)
    expect(played).toMatchObject({
      commit: 'not-sent',
      completed: false,
      problem: { code: 'portal-sign-in-refused', again: 'after-person' },
    })
    expect(played.problem!.facts.said).toContain('正しくありません')
    expect([signIns, site.posted.length]).toEqual([1, 1])
  })

  const change = tables.change('')
  const user = tables.user('ef123456')
  const pages = [
    {
      what: 'a lock',
      code: 'portal-locked',
      line: 'POST /login',
      body: '<h1>エラー</h1><p>規定の回数を超えてパスワードを間違えたため、アカウントがロックされました。</p>',
    },
    {
      what: 'maintenance in words',
      code: 'portal-maintenance',
      line: 'GET /',
      body: '<h1>お知らせ</h1><p>ただいまシステムメンテナンス中です。ご迷惑をおかけします。</p>',
    },
    { what: 'maintenance by status', code: 'portal-maintenance', line: 'GET /', body: '<h1>503</h1>', status: 503 },
    { what: 'a missing page', code: 'portal-changed', line: 'GET /change', body: '<h1>ページが見つかりません</h1>', status: 404 },
    { what: 'a broken site', code: 'portal-unreachable', line: 'GET /menu', body: '<h1>Internal Server Error</h1>', status: 500 },
    {
      what: 'the sign-in page again, without a word',
      code: 'portal-sign-in-refused',
      line: 'POST /login',
      body: tables.signIn(''),
    },
    { what: 'the screen of somebody else', code: 'portal-changed', line: 'GET /menu', body: tables.user('ef999999') },
    { what: 'a longer name than ours', code: 'portal-changed', line: 'GET /menu', body: tables.user('xef123456') },
    {
      what: 'the wrong password page',
      code: 'portal-changed',
      line: 'GET /change',
      body: change.replace(/<h1>.*?<\/h1>/, '<h1>接続パスワード変更</h1>'),
    },
    {
      what: 'a renamed button',
      code: 'portal-changed',
      line: 'GET /change',
      body: change.replace('value="変更する"', 'value="この内容で申し込む"'),
    },
    {
      what: 'a button with a price',
      code: 'portal-changed',
      line: 'GET /change',
      body: change.replace('value="変更する"', 'value="変更する(有料)"'),
    },
    {
      what: 'a renamed menu',
      code: 'portal-changed',
      line: 'GET /menu',
      body: user.replace('>BIGLOBEパスワード変更<', '>パスワード管理<'),
    },
    {
      what: 'a field more',
      code: 'portal-ambiguous',
      line: 'GET /change',
      body: change.replace('</table>', '<tr><th>新しいパスワード</th><td><input type="password" name="z"></td></tr></table>'),
    },
    {
      what: 'two menus alike',
      code: 'portal-ambiguous',
      line: 'GET /menu',
      body: `${user}<a href="/other/change2">BIGLOBEパスワード変更</a>`,
    },
    {
      what: 'a field that is too short',
      code: 'portal-rule-refused',
      line: 'GET /change',
      body: change.replace('name="next"', 'name="next" maxlength="8"'),
    },
    {
      what: 'a field that keeps something else',
      code: 'portal-changed',
      line: 'GET /change',
      body: change.replace('name="next"', 'name="next" oninput="this.value=this.value.toLowerCase()"'),
    },
  ]
  test.each(pages)('$what: $code, nothing is sent and no neighbour touched', async ({ code, line, body, status }) => {
    const site = await siteWith({ instead: at(line, body, status) })
    const { played, intended } = await play(site)
    expect(played).toMatchObject({ commit: 'not-sent', completed: false, problem: { code } })
    expect(site.commits()).toBe(0)
    expect(intended).toBe(0)
    expect(site.touchedDecoys()).toEqual([])
    expect(JSON.stringify(played)).not.toContain(newPassword)
  })

  test('standing notices about locks and maintenance are no fault', async () => {
    const notice =
      '<p>※パスワードを5回連続で間違えるとロックされます。しばらくログインできません。</p><p>12月1日はメンテナンスのためご利用いただけません。</p>'
    const site = await siteWith({
      markup: { ...tables, start: () => notice + tables.start(), signIn: (error) => notice + tables.signIn(error) },
      password: 'another-1',
    })
    const { played } = await play(site)
    expect(played.problem?.code).toBe('portal-sign-in-refused')
  })

  test('a session that runs out is begun anew once', async () => {
    let times = 0
    const site = await siteWith({
      instead: (_site, request, answer) => {
        if (request.url !== '/change' || request.method !== 'GET' || times++ > 0) return false
        html(answer, '<h1>エラー</h1><p>セッションの有効期限が切れました。再度ログインしてください。</p>')
        return true
      },
    })
    const { played, signIns } = await play(site)
    expect(played).toMatchObject({ commit: 'sent', completed: true })
    expect([signIns, site.commits()]).toEqual([2, 1])
  })

  test('a session that keeps running out stops the visit after the second sign-in', async () => {
    const site = await siteWith({ instead: at('GET /change', tables.signIn('')) })
    const { played, signIns } = await play(site)
    expect(played).toMatchObject({ commit: 'not-sent', problem: { code: 'portal-session-expired' } })
    expect(signIns).toBe(2)
  })
})

describe('a site that cannot be reached', () => {
  test.each(['http', 'https'])('%s: nobody listens, or there is no such host', async (scheme) => {
    const gone = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => gone.once('listening', resolve))
    const port = portOf(gone)
    await new Promise((resolve) => gone.close(resolve))
    const refused = await play({ url: `${scheme}://127.0.0.1:${port}/`, login: 'ef1' }, { page: 8000 })
    expect(refused.played).toMatchObject({
      commit: 'not-sent',
      problem: { code: 'portal-unreachable', facts: { cause: 'refused' } },
    })
    const unknown = await play({ url: `${scheme}://no-such-host.invalid/`, login: 'ef1' }, { page: 8000 })
    expect(unknown.played).toMatchObject({ commit: 'not-sent', problem: { code: 'portal-unreachable', facts: { cause: 'dns' } } })
  })

  test('plain text where TLS is spoken, and a server that never answers', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1')
    await new Promise((resolve) => silent.once('listening', resolve))
    const port = portOf(silent)
    const tls = await play({ url: `https://127.0.0.1:${port}/`, login: 'ef1' }, { page: 8000 })
    expect(tls.played.problem).toMatchObject({ code: 'portal-unreachable', facts: { cause: 'tls' } })
    const late = await play({ url: `http://127.0.0.1:${port}/`, login: 'ef1' }, { page: 2500 })
    expect(late.played.problem).toMatchObject({ code: 'portal-unreachable', facts: { cause: 'timed-out' } })
    silent.closeAllConnections()
    silent.close()
  })
})
