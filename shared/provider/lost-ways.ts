import type { Lost, Provider } from './provider.ts'

const about: Readonly<Record<string, Pick<Lost, 'what'> & { readonly realms: readonly (string | null)[] }>> = {
  password: { what: 'password', realms: ['mail', 'account', null] },
  userName: { what: 'user-name', realms: ['mail', 'account', null] },
  portalPassword: { what: 'password', realms: ['portal', 'contract', null] },
  portalUser: { what: 'user-name', realms: ['portal', 'contract', null] },
}

/**
 * The provider's own ways back to what a paper lacks. `missing`: names of fields, as a problem tells them; the way for the paper as a whole is
 * always among them, last.
 */
export function lostWays(provider: Pick<Provider, 'lost'>, missing: readonly string[]): readonly Lost[] {
  const wanted = missing.flatMap((field) => (Object.hasOwn(about, field) ? [about[field]!] : []))
  const parts = provider.lost.filter(({ what, realm }) => wanted.some((one) => one.what === what && one.realms.includes(realm)))
  return [...parts, ...provider.lost.filter(({ what }) => what === 'sheet')]
}
