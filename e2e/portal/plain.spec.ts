import { createServer, request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plainOrigin } from '../../shared/portal/plain-page.ts'
import { tables } from './markups.ts'
import { startSite, type MemberSite } from './member-site.ts'
import { newPassword, play } from './play.ts'

// An office's proxy lends the site on this machine a name of another one.
let site: MemberSite
const office = createServer((message, answer) => {
  const { pathname, search } = new URL(message.url ?? '')
  const { port } = new URL(site.url)
  const onward = request({ port, path: `${pathname}${search}`, method: message.method, headers: message.headers }, (incoming) => {
    answer.writeHead(incoming.statusCode ?? 502, incoming.headers)
    incoming.pipe(answer)
  })
  onward.on('error', () => answer.destroy())
  message.pipe(onward)
})
const before = process.env['http_proxy']
beforeAll(async () => {
  await new Promise<void>((resolve) => office.listen(0, '127.0.0.1', resolve))
  const address = office.address()
  process.env['http_proxy'] = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})
afterAll(() => {
  if (before === undefined) delete process.env['http_proxy']
  else process.env['http_proxy'] = before
  office.close()
})

describe('a member site on another machine that does not encrypt', () => {
  const startUrl = 'http://member.example/'

  test('gets no password, and nothing is signed in to or sent', async () => {
    site = await startSite({ markup: tables })
    const { played, signIns, intended } = await play(site, { startUrl })
    expect(played).toMatchObject({
      commit: 'not-sent',
      problem: { code: 'portal-not-encrypted', again: 'after-person', facts: { origin: 'http://member.example' } },
    })
    expect([signIns, intended, site.posted]).toEqual([0, 0, []])
    await site.close()
  })

  test('gets it where the person named that very site, and no other one', async () => {
    site = await startSite({ markup: tables })
    const other = await play(site, { startUrl, namedOrigin: plainOrigin('http://member.example:8080/') })
    expect(other.played).toMatchObject({ problem: { code: 'portal-not-encrypted' } })
    expect(site.posted).toEqual([])
    const named = await play(site, { startUrl, namedOrigin: plainOrigin(startUrl) })
    expect(named.played).toMatchObject({ commit: 'sent', completed: true, problem: null })
    expect(site.password).toBe(newPassword)
    await site.close()
  })
})
