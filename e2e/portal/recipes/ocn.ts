import { ocn } from '../../../shared/provider/ocn/facts.ts'
import type { FaultPlay, RecipePlay, RecipePlays } from '../recipe-play.ts'

const login = 'd8400123@biz1.ocn.example'
const change = ocn.changes[0]!

const before = (name: FaultPlay['fault']['name'], code: FaultPlay['code'], at?: string): FaultPlay => ({
  fault: { name, ...(at === undefined ? {} : { at }) },
  commit: 'not-sent',
  code,
  changed: false,
})
const after = (name: FaultPlay['fault']['name'], code: FaultPlay['code'], changed: boolean, at?: string): FaultPlay => ({
  fault: { name, ...(at === undefined ? {} : { at }) },
  commit: 'sent',
  code,
  changed,
})

const authenticationPassword: RecipePlay = {
  name: 'the authentication password',
  recipe: change.recipe,
  values: { loginName: login },
  signsIn: login,
  changes: login,
  rule: change.rule,
  touches: ['ログイン', '認証パスワード変更', '次へ', '登録'],
  faults: [
    before('sign-in-refused', 'portal-sign-in-refused'),
    before('locked', 'portal-locked'),
    before('maintenance', 'portal-maintenance'),
    before('maintenance', 'portal-maintenance', 'confirm'),
    // Signed in anew once, and not again.
    { ...before('session-expired', 'portal-session-expired'), signIns: 2 },
    { fault: { name: 'session-expired', once: true }, commit: 'sent', code: null, changed: true, signIns: 2 },
    { fault: { name: 'session-expired', once: true, at: 'confirm' }, commit: 'sent', code: null, changed: true, signIns: 2 },
    after('session-expired', 'portal-session-expired', false, 'commit'),
    { fault: { name: 'slow', seconds: 2 }, commit: 'sent', code: null, changed: true },
    // The desk refuses on its input page: nothing was sent that could have changed anything.
    before('limit-reached', 'portal-limit-reached'),
    before('rule-refused', 'portal-rule-refused'),
    before('old-password-refused', 'portal-old-password-refused'),
    after('limit-reached', 'portal-limit-reached', false, 'commit'),
    // 「エラーが発生しました」 says nothing of what came of it: the site's word is told, the live sign-in decides.
    after('error-with-effect', 'portal-refused', true),
    after('error-without-effect', 'portal-refused', false),
    after('success-without-effect', null, false),
    after('cut-with-effect', 'portal-outcome-unknown', true),
    after('cut-without-effect', 'portal-outcome-unknown', false),
  ],
  drifts: [
    { name: 'changed-heading', at: 'form' },
    { name: 'changed-heading', at: 'confirm' },
    { name: 'changed-button', at: 'form' },
    { name: 'changed-button', at: 'confirm' },
    { name: 'changed-label', at: 'form' },
    { name: 'changed-label', at: 'sign-in' },
    { name: 'changed-menu' },
    { name: 'doubled-button' },
  ],
}

const signInAlone: RecipePlay = {
  name: 'the sign-in that proves it',
  recipe: change.proofRecipe!,
  values: { loginName: login },
  signsIn: login,
  changes: null,
  rule: null,
  touches: ['ログイン'],
  faults: [
    before('sign-in-refused', 'portal-sign-in-refused'),
    before('locked', 'portal-locked'),
    before('maintenance', 'portal-maintenance'),
  ],
  drifts: [{ name: 'changed-label', at: 'sign-in' }, { name: 'changed-menu' }],
}

export const plays: RecipePlays = { provider: 'ocn', notHere: {}, plays: [authenticationPassword, signInAlone] }
