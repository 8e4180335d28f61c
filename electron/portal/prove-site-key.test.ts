import { createHash, X509Certificate } from 'node:crypto'
import { createServer } from 'node:https'
import { createServer as createSocketServer, type Server } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeAuthority, makeCertificate, type TestAuthority, type TestCertificate } from '../../e2e/fakes/certificates.ts'
import { startOneShotProxy, type OneShotProxy } from './one-shot-proxy.ts'
import { proveSiteKeys } from './prove-site-key.ts'

let authority: TestAuthority
let other: TestAuthority
let proxy: OneShotProxy
const ends: (() => void)[] = []
beforeAll(async () => {
  ;[authority, other, proxy] = await Promise.all([makeAuthority(), makeAuthority(), startOneShotProxy({})])
})
afterAll(async () => {
  for (const end of ends) end()
  await proxy.close()
})

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ends.push(() => server.close())
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('not listening')
  return `https://127.0.0.1:${address.port}/`
}
const proveSiteKey = async (url: string, ca: string | undefined, over: OneShotProxy) =>
  (await proveSiteKeys([url], ca, over))[0] ?? null
const site = (certificate: TestCertificate): Promise<string> => listen(createServer({ ...certificate }))

test('the key of a site the authority vouches for, and no other key', async () => {
  const certificate = await makeCertificate({ names: ['127.0.0.1'] }, authority)
  const key = new X509Certificate(certificate.cert).publicKey.export({ type: 'spki', format: 'der' })
  expect(await proveSiteKey(await site(certificate), authority.cert, proxy)).toBe(
    createHash('sha256').update(key).digest('base64'),
  )
})

test('another authority, another host, a certificate that has ended: nothing is proved', async () => {
  const [good, elsewhere, ended, own] = await Promise.all([
    makeCertificate({ names: ['127.0.0.1'] }, authority),
    makeCertificate({ names: ['127.0.0.2', 'localhost'] }, authority),
    makeCertificate({ names: ['127.0.0.1'], days: -1 }, authority),
    makeCertificate({ names: ['127.0.0.1'] }),
  ])
  // The authority's certificate is public: sending it along makes nobody its customer.
  const disguised = { key: own.key, cert: `${own.cert}\n${authority.cert}` }
  expect(await proveSiteKey(await site(good), other.cert, proxy)).toBeNull()
  for (const certificate of [elsewhere, ended, own, disguised])
    expect(await proveSiteKey(await site(certificate), authority.cert, proxy)).toBeNull()
})

test('nothing to prove, and nobody to prove it: null, and no waiting', async () => {
  const gone = createSocketServer((socket) => socket.destroy())
  const url = await listen(gone)
  expect(await proveSiteKey(url, authority.cert, proxy)).toBeNull()
  expect(await proveSiteKey(url, undefined, proxy)).toBeNull()
  expect(await proveSiteKey('http://127.0.0.1:1/', authority.cert, proxy)).toBeNull()
  expect(await proveSiteKey('https://127.0.0.1:1/', authority.cert, proxy)).toBeNull()
})

test('a link in the clear proves nothing; the site it leads to, named beside it, is proved, and each host once', async () => {
  const [one, two] = await Promise.all([
    makeCertificate({ names: ['127.0.0.1'] }, authority),
    makeCertificate({ names: ['127.0.0.1'] }, authority),
  ])
  const [first, second] = [await site(one), await site(two)]
  const proved = await proveSiteKeys(
    ['http://127.0.0.1:1/reset?key=rehearsal', first, `${first}start`, second],
    authority.cert,
    proxy,
  )
  expect(proved).toHaveLength(2)
  expect(proved).toContain(await proveSiteKey(first, authority.cert, proxy))
  expect(await proveSiteKeys([first], undefined, proxy)).toEqual([])
})
