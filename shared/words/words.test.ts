import { describe, expect, test } from 'vitest'
import { type Facts, problemCodes } from '../base/problem.ts'
import { questionName } from '../base/ask.ts'
import { fillSentence } from './fill-sentence.ts'
import { langs } from './lang.ts'
import { passwordFaultWords, passwordWarningWords } from './passwords.ts'
import { portalProblems } from './portal-problems.ts'
import { problemWords } from './problems.ts'
import { questionWords, sayQuestion } from './questions.ts'
import { sayPasswordFault, sayPasswordWarning } from './say-password.ts'
import { sayProblem } from './say-problem.ts'
import { sayTime } from './say-time.ts'
import { sayStep, stepWords } from './steps.ts'

/** Every sentence of the catalogue that can have facts put in, by name, in both languages. */
const sentences: [string, { ja: string; en: string }][] = [
  ...Object.entries(problemWords).flatMap(([code, words]): [string, { ja: string; en: string }][] => [
    [`${code}.what`, { ja: words.ja.what, en: words.en.what }],
    [`${code}.next`, { ja: words.ja.next, en: words.en.next }],
  ]),
  ...Object.entries(questionWords),
  ...Object.entries(passwordFaultWords),
  ...Object.entries(passwordWarningWords),
  ...Object.entries(stepWords).flatMap(([kind, words]) =>
    (['planned', 'doing', 'done', 'waiting'] as const).map((moment): [string, { ja: string; en: string }] => [
      `${kind}.${moment}`,
      { ja: words.ja[moment], en: words.en[moment] },
    ]),
  ),
]

const namesIn = (sentence: string): string[] => Array.from(sentence.matchAll(/\{(\w+)\}/g), (match) => match[1]!)
const outside = (sentence: string): string => sentence.replaceAll(/\[[^[\]]*\]/g, '')

describe.each(sentences)('%s', (_name, words) => {
  test.each(langs)('shows no hole without facts (%s)', (lang) => {
    expect(outside(words[lang])).not.toMatch(/[{}[\]]/)
    expect(Array.from(words[lang].matchAll(/\[[^[\]]*\]/g), ([part]) => namesIn(part).length)).not.toContain(0)
    expect(fillSentence(words[lang], {}, lang).trim().length).toBeGreaterThan(3)
  })
  test.each(langs)('shows every fact it names (%s)', (lang) => {
    const facts = Object.fromEntries(namesIn(words[lang]).map((name, at) => [name, `fact${at}`]))
    // These are told in words of the catalogue: a name nobody knows is left out.
    for (const told of [
      'reason',
      'reasons',
      'cause',
      'signIn',
      'irreversible',
      'wrong',
      'guided',
      'handed',
      'why',
      'guards',
      'window',
    ])
      delete facts[told]
    const filled = fillSentence(words[lang], facts, lang)
    for (const value of Object.values(facts)) expect(filled).toContain(value)
    expect(filled).not.toMatch(/[{}[\]]/)
  })
  test('is Japanese first, and its English is another sentence without Japanese in it', () => {
    expect(words.ja).toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u)
    expect(words.en).not.toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}。、「」（）]/u)
    expect(words.en).not.toBe(words.ja)
  })
})

test('a tick to be remembered is offered for no more than it is worth: the browser is thrown away', () => {
  expect(questionWords['remember-browser'].ja).toContain('次回もコードを求められます')
  expect(questionWords['remember-browser'].en).toContain('a code will be wanted next time all the same')
})

describe.each(problemCodes)('the problem %s', (code) => {
  test.each(langs)('says what happened and what to do next, in whole sentences (%s)', (lang) => {
    const { what, next, text } = sayProblem({ code, facts: {} }, lang)
    for (const part of [what, next]) expect(part.trimEnd()).toMatch(lang === 'ja' ? /。$/ : /[.”]$/)
    expect(text).toContain(what)
    expect(text).toContain(next)
  })
})

const plain = (ja: string): string => ja.replaceAll(/「[^」]*」|SSL\/TLS|STARTTLS|\{\w+\}/g, '')

test('no word of the trade goes unexplained in Japanese', () => {
  const jargon = /\b(?:TLS|DNS|SASL|OAuth|TCP|JSON|portal|probe|endpoint|host|vault|journal|recipe|commit|null|undefined)\b/
  expect(sentences.filter(([, words]) => jargon.test(plain(words.ja))).map(([name]) => name)).toEqual([])
})

test('a server’s words are shown calmly: no line breaks, no terminal commands, no direction marks, no endless text', () => {
  const said = `bad\r\npassword \u001b[31mred\u202e ${'x'.repeat(5_000)}`
  const { text } = sayProblem({ code: 'sign-in-refused', facts: { host: 'mail.example.jp', said } }, 'ja')
  expect(text).not.toMatch(/[\p{Cc}\u202e]/u)
  expect(text.length).toBeLessThan(600)
  expect(text).toContain('mail.example.jp')
})

test('facts are put in once: braces and brackets of a server mean nothing', () => {
  const { text } = sayProblem({ code: 'sign-in-refused', facts: { host: '{said}[{port}]', said: '{host} [x]' } }, 'ja')
  expect(text).toContain('（{said}[{port}]）')
  expect(text).toContain('「{host} [x]」')
})

test('the program’s own names are said in words', () => {
  expect(sayProblem({ code: 'client-running', facts: { client: 'thunderbird' } }, 'ja').what).toContain('（Thunderbird）')
  expect(sayProblem({ code: 'portal-cannot-change', facts: { realm: 'mail' } }, 'ja').what).toContain('メールのパスワード')
  expect(sayProblem({ code: 'sheet-incomplete', facts: { missing: 'incoming, outgoing' } }, 'ja').what).toContain(
    '受信サーバー、送信サーバー',
  )
  const broken = sayProblem({ code: 'password-rule-broken', facts: { reasons: 'too-short, class-missing' } }, 'ja').what
  expect(broken).toContain('短すぎます。必要な種類の文字がありません。')
  expect(sayProblem({ code: 'dropped', facts: { host: 'h', signIn: 'unanswered' } }, 'en').what).toContain('had been sent')
  expect(sayProblem({ code: 'client-not-changeable', facts: { reason: 'some-log-word' } }, 'ja').what).not.toContain(
    'some-log-word',
  )
})

test('reasons, causes and plain yeses are told where there are words for them', () => {
  expect(
    sayProblem({ code: 'sheet-doubtful', facts: { field: 'mailboxes[1].password', reason: 'full-width' } }, 'ja').what,
  ).toContain('（2件目のパスワード）全角の文字が混ざっています。')
  expect(sayProblem({ code: 'portal-unreachable', facts: { cause: 'dns' } }, 'ja').what).toContain('（名前が見つかりません）')
  expect(sayProblem({ code: 'portal-unreachable', facts: { cause: 'E_LOG_ONLY' } }, 'ja').what).toBe(
    '会員ページにつながりません。',
  )
  expect(sayQuestion({ name: 'confirm-step', facts: { control: '変更する', irreversible: true } }, 'ja')).toContain(
    '「変更する」を押します。この操作は元に戻せません。',
  )
  const step = { page: '変更', fields: 'いまのパスワード, 新しいパスワード', control: '変更する', picture: '/data/04-commit.png' }
  const said = sayQuestion({ name: 'confirm-step', facts: { ...step, window: false, irreversible: true } }, 'ja')
  for (const part of Object.values(step)) expect(said).toContain(part)
  expect(said).not.toContain('ブラウザー')
  const shown = sayQuestion({ name: 'confirm-step', facts: { ...step, picture: null, window: true } }, 'ja')
  expect(shown).toContain('ブラウザーの画面')
  expect(shown).not.toContain('画面の写し')
  expect(sayQuestion({ name: 'confirm-step', facts: { control: '次へ', irreversible: false } }, 'ja')).not.toContain(
    '元に戻せません',
  )
})

test('a fact that is false, null or empty leaves its part out', () => {
  for (const host of [null, '', '  ', false, true])
    expect(sayProblem({ code: 'dns', facts: { host } }, 'ja').what).toBe('メールサーバーの名前が見つかりません。')
})

test('what the member site did is not told of mail: a customer number and an 認証ID have passwords, too', () => {
  for (const [code, words] of Object.entries(portalProblems)) {
    expect(words.ja.what, code).not.toContain('メール')
    expect(words.en.what, code).not.toMatch(/\bmail\b/)
  }
})

test('when a change may be tried again is told by the provider’s own limit: an hour is not another day', () => {
  const facts = { hours: 1, most: 1, at: '2026-11-20T14:05:00+09:00' }
  const { text } = sayProblem({ code: 'portal-limit-reached', facts }, 'ja')
  expect(text).toBe(
    '変更できる回数を超えています（1 時間に 1 回まで）。時間をおいて、2026年11月20日 14:05 を過ぎてから、もう一度してください。',
  )
})

test('password remarks, questions and steps are filled', () => {
  expect(sayPasswordFault({ code: 'too-few-of', facts: { of: 'lower upper', count: 1, atLeast: 2 } }, 'ja')).toContain(
    '英小文字・英大文字 を合わせて 2文字以上',
  )
  expect(sayPasswordFault({ code: 'symbol-not-listed', facts: { position: 3, allowed: '!$[]{}' } }, 'en')).toContain(
    'Allowed: !$[]{}',
  )
  expect(sayPasswordWarning({ code: 'guessable', facts: { warning: 'name' } }, 'ja')).toContain('人の名前')
  for (const name of questionName.options) expect(sayQuestion({ name, facts: {} }, 'en')).toMatch(/[?.]$/)
  expect(sayStep('change-portal', 'planned', { address: 'taro@example.jp' }, 'ja')).toBe(
    '会員ページでパスワードを変更する（taro@example.jp）※元に戻せません',
  )
})

test('moments keep the clock they were written by; UTC comes to the clock of the PC', () => {
  expect(sayTime('2026-11-20T06:05:03.120+09:00', 'ja')).toBe('2026年11月20日 6:05')
  expect(sayTime('2026-11-20T06:05:03+09:00', 'en')).toBe('2026-11-20 6:05')
  const here = new Date('2026-11-20T06:05:03Z')
  expect(sayTime('2026-11-20T06:05:03Z', 'en')).toContain(`${here.getHours()}:05`)
  for (const wrong of ['', 'yesterday', '2026-11-20', '2026-13-45T99:99:00Z']) expect(sayTime(wrong, 'ja')).toBeNull()
})

test.each(langs)(
  'a passphrase says what it is asked for: to be chosen, to be typed again, anew after a slip, or to open (%s)',
  (lang) => {
    const asked: readonly Facts[] = [{ why: 'new' }, { why: 'again' }, { why: 'new', wrong: true }, { why: 'open' }]
    const said = asked.map((facts) => sayQuestion({ name: 'vault-passphrase', facts }, lang))
    expect(new Set(said).size).toBe(said.length)
  },
)

test('what a form leaves to be filled in is said in the reader’s own words', () => {
  const form = (usage: string, lang: 'ja' | 'en') => sayProblem({ code: 'bad-usage', facts: { usage } }, lang).what
  expect(form('run SHEET...', 'ja')).toContain('mail-migrate run 控え...')
  expect(form('undo RUN', 'ja')).toContain('mail-migrate undo 実行番号')
  expect(form('probe --incoming URL --user NAME', 'ja')).toContain('--incoming URL --user ユーザー名')
  expect(form('run SHEET...', 'en')).toContain('mail-migrate run SHEET...')
})
