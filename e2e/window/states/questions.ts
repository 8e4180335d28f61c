import type { QuestionName } from '../../../shared/base/ask.ts'
import type { RoadEvent } from '../../../shared/ipc/events.ts'

type Asked = Extract<RoadEvent, { type: 'asked' }>
type Put = Pick<Asked, 'kind' | 'facts'> & { readonly choices?: readonly string[] }

const yesNo = (facts: Asked['facts'] = {}): Put => ({ kind: 'yes-no', facts })
const doors = { sheet: 'pop3://mail.example.jp', catalogue: 'pop3s://pop.example.jp:995', mailProgram: null }

/** Every question as the main process puts it: the kind and the facts it has there. A question without its state does not compile. */
const put: Readonly<Record<QuestionName, Put>> = {
  'confirm-plan': yesNo(),
  'confirm-step': yesNo({
    page: 'パスワードの変更',
    fields: 'いまのパスワード, 新しいパスワード',
    control: '変更する',
    irreversible: true,
    window: true,
  }),
  'close-thunderbird': yesNo({ client: 'thunderbird' }),
  'store-password': yesNo({ address: 'taro@renshu.example' }),
  'primary-password': { kind: 'secret', facts: { profile: 'default', wrong: true } },
  'two-factor-code': { kind: 'text', facts: { page: '確認コードの入力' } },
  'sheet-doubt': {
    kind: 'choice',
    facts: { field: 'mailboxes[0].address', line: 6, reason: 'inner-blank' },
    choices: ['as-written (line 6)', 'without-blanks (line 6)'],
  },
  'vault-passphrase': { kind: 'secret', facts: { why: 'new' } },
  'try-again': yesNo({ what: 'taro@renshu.example' }),
  'restore-anyway': yesNo({ file: 'prefs.js' }),
  'password-replaced': {
    kind: 'choice',
    facts: { for: 'taro@renshu.example', run: '20261120-061503-k3f9', at: '2026-11-20T06:15:03+09:00' },
    choices: ['kept', 'paper', 'stop'],
  },
  'pdf-password': yesNo(),
  'remember-browser': yesNo({ control: 'この端末を記憶する' }),
  'portal-value': { kind: 'text', facts: { control: '生年月日', page: 'ご本人の確認' } },
  'go-by-hand': yesNo({ control: '変更する', login: 'taro' }),
  'acted-by-hand': yesNo({
    step: 2,
    steps: 5,
    say: '「パスワード変更」を押してください。',
    sayEn: 'Press 「パスワード変更」.',
    value: null,
    handed: 'clipboard',
  }),
  'reset-link': { kind: 'text', facts: { known: 'https://example.jp/' } },
  'choose-recovery': {
    kind: 'choice',
    facts: { provider: 'my-pikara' },
    choices: ['ユーザー名のお問い合わせ', 'パスワードの再設定'],
  },
  'user-name': { kind: 'text', facts: { provider: 'my-pikara' } },
  'settle-difference': {
    kind: 'choice',
    facts: { address: 'taro@renshu.example', field: 'incoming', ...doors },
    choices: [doors.sheet, doors.catalogue],
  },
  'new-hosts': yesNo({ provider: 'ocn', hosts: 'a.example.jp', before: 'b.example.jp' }),
  'fewer-guards': yesNo({ provider: 'ocn', guards: 'x', details: 'y' }),
  'trust-key': yesNo({ fingerprint: '12 34 56', signer: 'サンプル販売' }),
  'replace-record': yesNo({ file: 'record.pdf' }),
}

/** The questions by their names. */
export const questionNames = Object.keys(put) as readonly QuestionName[]

/** One of them as an event; two with different numbers may stand at once. */
export function asked(name: QuestionName, question = 1): Asked {
  const { kind, facts, choices } = put[name]
  return { type: 'asked', question, name, kind, facts, choices: choices ? [...choices] : null }
}
