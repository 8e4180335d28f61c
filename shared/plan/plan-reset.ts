import { stepId } from '../base/ids.ts'
import type { SecretRef } from '../base/secret.ts'
import type { Provider, Recovery } from '../provider/provider.ts'
import { nextRef } from './next-ref.ts'
import type { Plan } from './plan.ts'
import type { Step } from './step.ts'

/** What a plan for setting a forgotten password anew is made from. `login`: the name the new password will open the site with. */
export interface ResetWish extends Pick<Plan, 'run' | 'createdAt' | 'program' | 'manner'> {
  readonly provider: Provider
  readonly recovery: Recovery
  readonly login: string
  /** Another start page of the same site (a test stand): links may begin with its address, too. */
  readonly portalUrl: string | null
}

const originOf = (url: string): readonly string[] => /^https?:\/\/[^/?#\\@]+/i.exec(url)?.slice(0, 1) ?? []

/** Names the forgotten password: what it opens together, by the catalogue. Its value is nowhere. */
function forgotten({ run, provider, recovery, login }: ResetWish): SecretRef {
  const realms = provider.passwords.find((password) => password.realms.includes(recovery.realm))?.realms ?? [recovery.realm]
  return { run, provider: provider.id, for: login, realms: [...realms], which: 'old' }
}

/** The steps behind a request for a reset: the new password into the vault, then the link, the new password, and a live sign-in with it. */
export function planReset(wish: ResetWish): Plan {
  const { run, provider, recovery, login, portalUrl } = wish
  const current = forgotten(wish)
  const next = nextRef(current)
  const lane = `login:${provider.id}/${recovery.realm}/${login}`
  const keep: Step = {
    id: stepId.parse('keep-secrets:all'),
    lane: '',
    undo: 'none',
    kind: 'keep-secrets',
    input: { refs: [next] },
  }
  const reset: Step = {
    id: stepId.parse(`reset-portal:${lane}`),
    lane,
    undo: 'by-hand',
    kind: 'reset-portal',
    input: {
      provider: provider.id,
      recovery: recovery.id,
      realm: recovery.realm,
      address: null,
      login,
      startUrl: portalUrl ?? recovery.startUrl,
      links: [...(recovery.link?.beginsWith ?? []), ...(portalUrl === null ? [] : originOf(portalUrl))],
      current,
      next,
    },
  }
  return {
    version: 2,
    run,
    createdAt: wish.createdAt,
    program: wish.program,
    realm: recovery.realm,
    sheets: [],
    manner: wish.manner,
    mailboxes: [],
    logins: [{ lane, provider: provider.id, login, realms: [...current.realms], notBefore: null }],
    untouched: [],
    settled: [],
    steps: [keep, reset],
  }
}
