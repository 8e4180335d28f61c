import { oshigotoPikara } from '../../../shared/provider/oshigoto-pikara/facts.ts'
import type { FaultPlay, RecipePlay, RecipePlays } from '../recipe-play.ts'

type Name = FaultPlay['fault']['name']
const before = (name: Name, code: FaultPlay['code'], at?: string, signIns = 1): FaultPlay => ({
  fault: { name, ...(at === undefined ? {} : { at }) },
  commit: 'not-sent',
  code,
  changed: false,
  signIns,
})
const after = (name: Name, code: FaultPlay['code'], changed: boolean, at?: string): FaultPlay => ({
  fault: { name, ...(at === undefined ? {} : { at }) },
  commit: 'sent',
  code,
  changed,
})

const { recipe, rule } = oshigotoPikara.changes[0]!
const mailbox = (name: string, address: string): RecipePlay => ({
  name,
  recipe,
  values: { loginName: 'mihonkoumu', address },
  signsIn: 'mihonkoumu',
  changes: address,
  rule,
  reads: { receipt: /^\d{10}$/, result: /^正常$/ },
  // The site names the address under another label on its last page: told, not stumbled over.
  differs: ['address'],
  touches: [
    'ご利用中のお客さま',
    'お仕事ピカラオンラインサービス',
    'ログイン',
    'ご契約情報変更',
    '次へ',
    'メール変更',
    '設定',
    '設定する',
    '変更（パスワード）',
    'お申し込み',
  ],
  faults: [],
  drifts: [{ name: 'changed-button', at: 'list' }],
})

export const plays: RecipePlays = {
  provider: 'oshigoto-pikara',
  notHere: {},
  plays: [
    {
      ...mailbox('the first address', 'mihon@md.pikara.example'),
      faults: [
        before('sign-in-refused', 'portal-sign-in-refused'),
        before('locked', 'portal-locked'),
        before('maintenance', 'portal-maintenance', 'start'),
        before('maintenance', 'portal-maintenance', 'confirm'),
        before('session-expired', 'portal-session-expired', undefined, 2),
        before('session-expired', 'portal-session-expired', 'confirm', 2),
        { fault: { name: 'session-expired', once: true }, commit: 'sent', code: null, changed: true, signIns: 2 },
        { fault: { name: 'slow', seconds: 1 }, commit: 'sent', code: null, changed: true },
        before('limit-reached', 'portal-limit-reached'),
        after('limit-reached', 'portal-limit-reached', false, 'commit'),
        before('rule-refused', 'portal-rule-refused'),
        before('old-password-refused', 'portal-old-password-refused'),
        after('error-with-effect', 'portal-refused', true),
        after('error-without-effect', 'portal-refused', false),
        after('success-without-effect', null, false),
        after('cut-with-effect', 'portal-outcome-unknown', true),
        after('cut-without-effect', 'portal-outcome-unknown', false),
      ],
      drifts: [
        { name: 'changed-heading', at: 'confirm' },
        { name: 'changed-heading', at: 'list' },
        { name: 'changed-button', at: 'confirm' },
        { name: 'changed-button', at: 'list' },
        { name: 'changed-label', at: 'password' },
        { name: 'changed-label', at: 'confirm' },
        { name: 'changed-menu' },
        { name: 'doubled-button' },
      ],
    },
    mailbox('the second address', 'mihon2@md.pikara.example'),
  ],
}
