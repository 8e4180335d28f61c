import { ucom } from '../../../shared/provider/ucom/facts.ts'
import type { FaultPlay, RecipePlay, RecipePlays } from '../recipe-play.ts'

type Name = FaultPlay['fault']['name']
const before = (name: Name, code: FaultPlay['code'], at?: string): FaultPlay => ({
  fault: { name, ...(at === undefined ? {} : { at }) },
  commit: 'not-sent',
  code,
  changed: false,
})
const after = (name: Name, code: FaultPlay['code'], changed: boolean): FaultPlay => ({
  fault: { name },
  commit: 'sent',
  code,
  changed,
})

const signInFaults: readonly FaultPlay[] = [
  before('sign-in-refused', 'portal-sign-in-refused'),
  before('locked', 'portal-locked'),
  before('maintenance', 'portal-maintenance', 'start'),
]
/** Met at `form`, the page where the new password is typed, and at the commit. */
const faultsFrom = (form: string): readonly FaultPlay[] => [
  ...signInFaults,
  before('maintenance', 'portal-maintenance', form),
  { ...before('session-expired', 'portal-session-expired', form), signIns: 2 },
  { fault: { name: 'session-expired', at: form, once: true }, commit: 'sent', code: null, changed: true, signIns: 2 },
  { fault: { name: 'slow', seconds: 1, at: form }, commit: 'sent', code: null, changed: true },
  before('rule-refused', 'portal-rule-refused'),
  after('error-with-effect', 'portal-refused', true),
  after('error-without-effect', 'portal-refused', false),
  after('success-without-effect', null, false),
  after('cut-with-effect', 'portal-outcome-unknown', true),
  after('cut-without-effect', 'portal-outcome-unknown', false),
]

const [byContract, byAccount, ofContract] = ucom.changes
const contract = '90000000000000'
const administrator = 'mihon-t-001'
const user = 'mihon-t-0010'

const account = (name: string, signsIn: string, id: string): RecipePlay => ({
  name,
  recipe: (signsIn === contract ? byContract! : byAccount!).recipe,
  values: { loginName: signsIn, userName: id },
  signsIn,
  changes: id,
  rule: byContract!.rule,
  touches: ['ログイン', 'アカウントID管理', id, '次へ進む', '登録'],
  faults: [],
  drifts: [{ name: 'changed-button' }],
})

export const plays: RecipePlays = {
  provider: 'ucom',
  notHere: {
    'limit-reached': 'the manual knows no limit',
    'old-password-refused': 'no page asks for the old password',
  },
  plays: [
    {
      ...account('an account ID, by the customer number', contract, administrator),
      faults: [
        ...faultsFrom('form'),
        { fault: { name: 'session-expired', at: 'confirm', once: true }, commit: 'sent', code: null, changed: true, signIns: 2 },
        { ...after('session-expired', 'portal-session-expired', false), fault: { name: 'session-expired', at: 'commit' } },
      ],
      drifts: [
        { name: 'changed-menu', at: 'menu' },
        { name: 'changed-menu', at: 'list' },
        { name: 'changed-heading', at: 'form' },
        { name: 'changed-label', at: 'form' },
        // Another account's ID, and other characters than were typed, on the confirmation.
        { name: 'changed-heading', at: 'confirm' },
        { name: 'changed-label', at: 'confirm' },
        { name: 'changed-button', at: 'confirm' },
        { name: 'doubled-button', at: 'confirm' },
      ],
    },
    // Its name begins with the other account's: the row must be its own.
    account('another account ID, by the customer number', contract, user),
    {
      ...account('an administrator’s own', administrator, administrator),
      faults: [before('sign-in-refused', 'portal-sign-in-refused'), after('error-with-effect', 'portal-refused', true)],
    },
    {
      ...account('a user’s own', user, user),
      faults: [before('locked', 'portal-locked'), before('rule-refused', 'portal-rule-refused')],
      drifts: [{ name: 'changed-heading', at: 'confirm' }],
    },
    {
      name: 'the customer number’s password',
      recipe: ofContract!.recipe,
      values: { loginName: contract },
      signsIn: contract,
      changes: contract,
      rule: ofContract!.rule,
      touches: ['ログイン', 'お客様番号パスワード変更', '次へ進む', '変更'],
      faults: faultsFrom('contract-form'),
      drifts: [
        { name: 'changed-menu', at: 'menu' },
        { name: 'changed-heading', at: 'contract-form' },
        { name: 'changed-label', at: 'contract-form' },
        { name: 'changed-label', at: 'contract-confirm' },
        { name: 'changed-button', at: 'contract-confirm' },
        { name: 'doubled-button', at: 'contract-confirm' },
      ],
    },
    {
      name: 'signing in with the customer number',
      recipe: ofContract!.proofRecipe!,
      values: { loginName: contract },
      signsIn: contract,
      changes: null,
      rule: null,
      touches: ['ログイン'],
      faults: signInFaults,
      drifts: [],
    },
  ],
}
