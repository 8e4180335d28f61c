import { fail, ok, type Result } from '../../shared/base/result.ts'
import { parseEndpoint } from '../../shared/mail/endpoint.ts'
import type { PerProvider, Said } from '../../shared/plan/plan-wish.ts'
import type { Provider } from '../../shared/provider/provider.ts'
import { badUsage, type Options } from './arguments.ts'
import { readPortalAddress } from './read-inputs.ts'

type Named = 'incoming' | 'outgoing' | 'portal-url'

/** `URL`, or `ID=URL` where a run is about several providers. */
function split(text: string): readonly [string, string] {
  const found = /^([a-z0-9-]+)=(.*)$/s.exec(text)
  return found ? [found[1]!, found[2]!] : ['', text]
}

function perProvider<T>(
  options: Options,
  name: Named,
  providers: readonly Provider[],
  read: (text: string) => Result<T>,
): Result<PerProvider<T>> {
  const said = new Map<string, T>()
  const texts = new Map<string, string>()
  for (const text of options.list(name)) {
    const [id, value] = split(text)
    if (id !== '' && !providers.some((provider) => provider.id === id))
      return fail('provider-unknown', 'after-person', { provider: id, known: providers.map((one) => one.id).join(', ') })
    if ((texts.get(id) ?? value) !== value) return badUsage(`--${name}`, 'given-twice')
    const one = read(value)
    if (!one.ok) return one
    said.set(id, one.value)
    texts.set(id, value)
  }
  return ok(Object.fromEntries(said))
}

/** Servers and start pages that a person names over sheet and catalogue: for every provider of the run, or (`ID=URL`) for one. */
export function readSaid(options: Options, providers: readonly Provider[]): Result<Said> {
  const incoming = perProvider(options, 'incoming', providers, (text) => parseEndpoint(text, ['pop3', 'imap']))
  if (!incoming.ok) return incoming
  const outgoing = perProvider(options, 'outgoing', providers, (text) => parseEndpoint(text, ['smtp']))
  if (!outgoing.ok) return outgoing
  const portalUrl = perProvider(options, 'portal-url', providers, readPortalAddress)
  return portalUrl.ok ? ok({ incoming: incoming.value, outgoing: outgoing.value, portalUrl: portalUrl.value }) : portalUrl
}
