import type { Problem } from '../../../shared/base/problem.ts'
import type { DraftView } from '../../../shared/ipc/plan-calls.ts'
import { accountOf, foundOf, planOf, profileOf } from '../../../shared/plan/fixtures/wishes.ts'
import type { PlanWish } from '../../../shared/plan/plan-wish.ts'
import { pressesOf } from '../../../shared/plan/presses-of.ts'
import { findChange } from '../../../shared/provider/find-change.ts'
import { findProvider } from '../../../shared/provider/index.ts'

const taro = 'taro@renshu.example'

/** A mailbox of a named provider that is to get a new password. */
export function mailboxOf(id: string, address: string) {
  const provider = findProvider(id)
  if (provider === null) throw new Error(`no provider ${id}`)
  return { provider, account: accountOf(address), change: findChange(provider, 'mail') }
}

/** A plan as the screen is given it. */
export function draftOf(wish: Partial<PlanWish> = {}, more: Partial<DraftView> = {}): DraftView {
  const plan = planOf({ profiles: [profileOf('default', [foundOf(taro)])], ...wish })
  return {
    draft: 'draft-00000001',
    plan,
    checklist: ['change-phones', 'change-other-pcs'],
    notices: [],
    presses: [...pressesOf(plan, findProvider)],
    unread: [],
    warnings: [],
    ...more,
  }
}

const unreadable: Problem = { code: 'client-unreadable', again: 'never', facts: { profile: 'default' } }
const notRecognised: Problem = { code: 'sheet-not-recognised', again: 'after-person', facts: {} }

/** With everything that may surprise: a limit, a paper left out, a mail program nobody can read, a weak password, a mailbox left alone. */
export const surprising = draftOf(
  {
    mailboxes: [mailboxOf('oshigoto-pikara', 'taro@example.jp'), mailboxOf('oshigoto-pikara', 'hanako@example.jp')],
    untouched: ['jiro@example.jp'],
    refused: [{ file: '請求書.txt', provider: 'ocn', problem: notRecognised }],
  },
  { unread: [{ profile: 'default', problem: unreadable }], warnings: [{ code: 'guessable', facts: {} }] },
)
