import { atHome, atWork, practiceCode } from '../../../electron/practice/portals/my-pikara/household.ts'
import type { Answer, Question } from '../../../shared/base/ask.ts'
import { myPikara } from '../../../shared/provider/my-pikara/facts.ts'
import {
  changeMailPassword,
  changeMailPasswordByAddress,
  changePortalPassword,
  signInOnly,
} from '../../../shared/provider/my-pikara/recipes.ts'
import type { Recipe } from '../../../shared/portal/recipe.ts'
import type { FaultPlay, RecipePlay, RecipePlays } from '../recipe-play.ts'

type Name = FaultPlay['fault']['name']
const before = (name: Name, code: FaultPlay['code'], at?: string, signIns?: number): FaultPlay => ({
  fault: { name, ...(at === undefined ? {} : { at }) },
  commit: 'not-sent',
  code,
  changed: false,
  ...(signIns === undefined ? {} : { signIns }),
})
const after = (name: Name, code: FaultPlay['code'], changed: boolean): FaultPlay => ({
  fault: { name },
  commit: 'sent',
  code,
  changed,
})

const [taro, hana] = atHome.addresses as [string, string]
const office = atWork.addresses[0]!
const mailRule = myPikara.changes.find(({ realm }) => realm === 'mail')!.rule
const portalRule = myPikara.changes.find(({ realm }) => realm === 'portal')!.rule

/** What every sign-in can meet. */
const atTheDoor: readonly FaultPlay[] = [
  before('sign-in-refused', 'portal-sign-in-refused'),
  before('locked', 'portal-locked'),
  before('maintenance', 'portal-maintenance', 'start'),
  before('maintenance', 'portal-maintenance', 'top'),
]
const slow: FaultPlay = { fault: { name: 'slow', seconds: 1 }, commit: 'sent', code: null, changed: true }
/** What every change of a password can meet behind its commit. */
const atTheChange: readonly FaultPlay[] = [
  after('limit-reached', 'portal-limit-reached', false),
  after('rule-refused', 'portal-rule-refused', false),
  after('old-password-refused', 'portal-old-password-refused', false),
  after('error-with-effect', 'portal-refused', true),
  after('error-without-effect', 'portal-refused', false),
  after('success-without-effect', null, false),
  after('cut-with-effect', 'portal-outcome-unknown', true),
  after('cut-without-effect', 'portal-outcome-unknown', false),
]
const sessionGone = (at: string): readonly FaultPlay[] => [
  before('session-expired', 'portal-session-expired', at, 2),
  { fault: { name: 'session-expired', at, once: true }, commit: 'sent', code: null, changed: true, signIns: 2 },
]
const rebuiltForm = (at: string): RecipePlay['drifts'] => [
  { name: 'changed-heading', at },
  { name: 'changed-button', at },
  { name: 'changed-label', at },
  { name: 'doubled-button', at },
  { name: 'changed-menu' },
]

const inside = ['Ｍｙピカラ', 'Ｍｙピカラにログインする']
const withCode =
  (remember: boolean) =>
  (question: Question): Answer =>
    question.name === 'two-factor-code' ? practiceCode : question.name === 'remember-browser' ? remember : null

const portal: RecipePlay = {
  name: 'the Myピカラ password',
  recipe: changePortalPassword,
  values: { loginName: atHome.login },
  signsIn: atHome.login,
  changes: atHome.login,
  rule: portalRule,
  touches: [...inside, 'Ｍｙピカラのパスワード変更', '変更する'],
  faults: [...atTheDoor, ...sessionGone('form'), slow, ...atTheChange],
  drifts: rebuiltForm('form'),
}

const mail = (address: string, login: string, name: string): RecipePlay => ({
  name,
  recipe: changeMailPassword,
  values: { loginName: login, address },
  signsIn: login,
  changes: address,
  rule: mailRule,
  touches: [...inside, '電子メールアドレスのパスワード変更', `変更する ${address}`, '変更する'],
  faults: [],
  drifts: [{ name: 'changed-menu' }],
})

const byAddress: RecipePlay = {
  ...mail(taro, taro, 'a mailbox, signed in by its address'),
  recipe: changeMailPasswordByAddress,
  signsIn: taro,
  // Behind the sign-in its lines are those of the way by user name, which is played under every fault.
  faults: [...atTheDoor, after('error-with-effect', 'portal-refused', true)],
  drifts: [{ name: 'changed-menu' }, { name: 'changed-button', at: 'mail-form' }],
}

const signIn: RecipePlay = {
  name: 'sign-in alone',
  recipe: signInOnly,
  values: { loginName: atHome.login },
  signsIn: atHome.login,
  changes: null,
  rule: null,
  touches: inside,
  faults: atTheDoor,
  drifts: [{ name: 'changed-menu' }],
}

const person: Readonly<Record<string, string>> = {
  姓: '見本',
  名: '太郎',
  ご契約者生年月日: '1970年4月1日',
  ピカラメールアドレス: taro,
  ご送付希望の通知先: '携帯電話番号（SMS）',
}
const company: Readonly<Record<string, string>> = {
  'ご契約者名(漢字)': '株式会社みほん商店',
  ピカラメールアドレス: office,
  ご送付希望の通知先: 'その他のメールアドレス',
}
const given =
  (answers: Readonly<Record<string, string>>) =>
  (question: Question): Answer =>
    answers[String(question.facts.control)] ?? null

const request = (recipe: Recipe, answers: Readonly<Record<string, string>>, forgotten: string): RecipePlay => ({
  name: `request ${recipe.id}`,
  recipe,
  values: {},
  signsIn: null,
  changes: null,
  rule: null,
  answer: given(answers),
  touches: ['Ｍｙピカラ', forgotten, '次へ', '問い合わせ内容を送信する'],
  faults: [],
  drifts: [
    { name: 'changed-label', at: 'request' },
    { name: 'changed-button', at: 'request' },
  ],
})

const [namePerson, nameCompany, resetPerson, resetCompany] = myPikara.recoveries.map(({ recipe }) => recipe)
const link = myPikara.recoveries.find((recovery) => recovery.link)!.link!

export const plays: RecipePlays = {
  provider: 'my-pikara',
  notHere: {},
  plays: [
    portal,
    {
      ...portal,
      name: 'the Myピカラ password, from a narrow screen, with a code',
      startPath: '/home/narrow',
      values: { loginName: atWork.login },
      signsIn: atWork.login,
      changes: atWork.login,
      answer: withCode(false),
      touches: [...inside, 'ログイン', 'Ｍｙピカラのパスワード変更', '変更する'],
      faults: [],
      drifts: [{ name: 'changed-menu' }],
    },
    { ...mail(hana, atHome.login, 'the second mailbox, by user name'), faults: [...sessionGone('mail-form'), ...atTheChange] },
    { ...mail(taro, atHome.login, 'the first mailbox, by user name'), drifts: rebuiltForm('mail-form') },
    {
      ...mail(office, atWork.login, 'a mailbox, with a code, the browser to be remembered'),
      answer: withCode(true),
      touches: [
        ...inside,
        'ログイン',
        '次回以降、このブラウザで認証コードを要求しない',
        '電子メールアドレスのパスワード変更',
        `変更する ${office}`,
        '変更する',
      ],
    },
    byAddress,
    signIn,
    {
      ...signIn,
      name: 'sign-in alone, with a code',
      values: { loginName: atWork.login },
      signsIn: atWork.login,
      answer: withCode(false),
      touches: [...inside, 'ログイン'],
    },
    {
      ...request(namePerson!, person, 'ユーザー名を忘れた場合'),
      faults: [
        before('maintenance', 'portal-maintenance', 'request'),
        after('error-without-effect', 'portal-refused', false),
        after('cut-without-effect', 'portal-outcome-unknown', false),
        after('limit-reached', 'portal-limit-reached', false),
      ],
    },
    request(nameCompany!, company, 'ユーザー名を忘れた場合'),
    request(resetPerson!, person, 'パスワードを忘れた場合'),
    request(resetCompany!, company, 'パスワードを忘れた場合'),
    {
      name: 'the new password behind the link',
      recipe: link.recipe,
      startPath: '/myp/reset?key=rehearsal',
      values: {},
      signsIn: null,
      changes: atHome.login,
      rule: link.rule,
      touches: ['再設定する'],
      faults: [
        before('maintenance', 'portal-maintenance', 'reset'),
        after('rule-refused', 'portal-rule-refused', false),
        after('error-with-effect', 'portal-refused', true),
        after('error-without-effect', 'portal-refused', false),
        after('success-without-effect', null, false),
        after('cut-with-effect', 'portal-outcome-unknown', true),
        after('cut-without-effect', 'portal-outcome-unknown', false),
      ],
      drifts: [
        { name: 'changed-button', at: 'reset' },
        { name: 'doubled-button', at: 'reset' },
      ],
    },
  ],
}
