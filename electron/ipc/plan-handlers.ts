import type { Ask } from '../../shared/base/ask.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { Realm } from '../../shared/base/secret.ts'
import { ruleByHand } from '../../shared/guide/guide-lines.ts'
import type { Handlers } from '../../shared/ipc/contract.ts'
import type { PasswordRule } from '../../shared/mail/password-rule.ts'
import { findChange } from '../../shared/provider/find-change.ts'
import type { App } from '../road/app.ts'
import { unknownProvider } from '../road/unknown-provider.ts'
import { draftPlan } from './draft-plan.ts'
import type { HeldPasswords } from './held-passwords.ts'
import type { HeldDrafts } from './held-drafts.ts'
import type { HeldSheets } from './held-sheets.ts'
import { judgeChoice } from './judge-choice.ts'
import type { WindowNeeds } from './window-needs.ts'

/** What a new password must look like; null: nobody has said (and the person chooses by own words, `own`). */
function ruleFor(app: App, id: string, realm: Realm, own: boolean): Result<PasswordRule | null> {
  const provider = app.findProvider(id)
  return provider ? ok(findChange(provider, realm)?.rule ?? ruleByHand(provider, realm, own)) : unknownProvider(app, id)
}

type PlanCalls = 'makePassword' | 'revealMade' | 'judgePassword' | 'draftPlan' | 'dropDraft'

/** Calls about a plan. None of them changes anything. */
export function planHandlers(
  needs: WindowNeeds,
  sheets: HeldSheets,
  drafts: HeldDrafts,
  passwords: HeldPasswords,
): Pick<Handlers, PlanCalls> {
  const { app, underWay } = needs
  return {
    makePassword: async ({ provider, realm }) => {
      const rule = ruleFor(app, provider, realm, false)
      if (!rule.ok) return rule
      const made = rule.value && app.makePassword(rule.value)
      if (!made) return fail('portal-cannot-change', 'never', { provider, realm })
      // One at a time: the one before was not wanted.
      passwords.clear()
      const kept = passwords.keep((name) => ({ name, made }))
      return ok({ made: kept.name, value: made.reveal() })
    },
    revealMade: async ({ made }) => {
      const found = passwords.find(made)
      return found ? ok({ value: found.made.reveal() }) : fail('secret-missing', 'never', { for: made })
    },
    judgePassword: async ({ provider, realm, value, sheets: names }) => {
      const rule = ruleFor(app, provider, realm, true)
      if (!rule.ok) return rule
      const papers = names.flatMap((name) => sheets.find(name)?.accounts ?? [])
      return ok(await judgeChoice(app, rule.value, value, papers))
    },
    draftPlan: (order) =>
      underWay.during({ what: 'plan' }, (_, over) => {
        const ask: Ask = (question) => needs.questions.ask(question, over)
        return draftPlan({ ...needs, ask }, { sheets, drafts, passwords }, order)
      }),
    dropDraft: async ({ draft }) => {
      drafts.drop(draft)
      return ok({})
    },
  }
}
