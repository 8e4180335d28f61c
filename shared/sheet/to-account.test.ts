import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../../build/property-runs.ts'
import { Secret } from '../base/secret.ts'
import { providers } from '../provider/index.ts'
import type { Layout } from './layout.ts'
import { readObject } from './read-object.ts'
import { layout } from './layout.ts'
import { settleDoubts } from './settle-doubts.ts'
import type { SheetAccounts, SheetProvider } from './sheet-accounts.ts'
import { toAccounts } from './to-account.ts'

const read = (
  text: string,
  known: readonly SheetProvider[] = providers,
  chosen: string | null = null,
  origin: 'text' | 'ocr' = 'text',
): SheetAccounts =>
  toAccounts({ file: 'sheet.txt', sha256: '', origin, encoding: 'utf-8', lines: text.split('\n') }, known, chosen)

const card = (fields: Readonly<Record<string, string>>): string =>
  [
    'EFネット会員証',
    ...Object.entries({
      会員番号: '1',
      ユーザーID: 'ymd00123',
      パスワード: 'Kx7mQ2ab',
      メールアドレス: 'yamada@mvd.biglobe.ne.jp',
      ...fields,
    }).map(([label, value]) => `${label} : ${value}`),
  ].join('\n')

describe('places and realms', () => {
  test('each field knows its line, column and length in the source', () => {
    const { mailboxes } = read(
      '\n > EFネット会員証\n > 5. ユーザーID　： ymd00123\n > 6. パスワード： Kx7mQ2ab\n > 7. メールアドレス： <yamada@mvd.biglobe.ne.jp>',
    )
    expect(mailboxes[0]!.userName!.place).toEqual({ line: 3, column: 16, length: 8 })
    expect(mailboxes[0]!.password!.place).toEqual({ line: 4, column: 14, length: 8 })
    expect(mailboxes[0]!.password!.raw).toBe('')
    expect(mailboxes[0]!.address!.raw).toBe('<yamada@mvd.biglobe.ne.jp>')
  })

  test('items 5 and 6 open the member site and the mailbox', () => {
    const sheet = read(card({}))
    expect(sheet.mailboxes[0]!.login).toEqual({
      name: 'ymd00123',
      realms: ['portal', 'mail'],
      secret: sheet.portalPassword!.value,
    })
    expect(sheet.portalUser!.value).toBe('ymd00123')
  })

  test('the JSON of a sheet holds no password', () => {
    expect(JSON.stringify(read(card({ パスワード: 'Kx7mQ2ab※注意' })))).not.toContain('Kx7mQ2ab')
  })
})

describe('doubts about characters', () => {
  test.each([
    ['Ｋｘ７ｍＱ２ａｂ', 'full-width', ['Ｋｘ７ｍＱ２ａｂ', 'Kx7mQ2ab']],
    ['Kx7m Q2ab', 'inner-blank', ['Kx7m Q2ab', 'Kx7mQ2ab', 'Kx7m']],
    ['Kx7–Q2ab', 'look-alike', ['Kx7–Q2ab', 'Kx7-Q2ab']],
    ['Kx7’Q2ab', 'look-alike', ['Kx7’Q2ab', "Kx7'Q2ab"]],
    ['Kx7¥Q2ab', 'look-alike', ['Kx7¥Q2ab', 'Kx7\\Q2ab']],
    ['Kx7m\u200bQ2ab', 'invisible', ['Kx7m\u200bQ2ab', 'Kx7mQ2ab']],
    ['「Kx7mQ2ab」', 'quoted', ['「Kx7mQ2ab」', 'Kx7mQ2ab']],
    ['"Kx7mQ2ab"', 'quoted', ['"Kx7mQ2ab"', 'Kx7mQ2ab']],
    ['Kx7mQ2ab（8文字）', 'trailing-note', ['Kx7mQ2ab', 'Kx7mQ2ab（8文字）', 'Kx7mQ2ab(8文字)']],
    ['Kx7mQ2ab(8文字)', 'trailing-note', ['Kx7mQ2ab', 'Kx7mQ2ab(8文字)']],
    ['Kx7mQ2ab ※大文字小文字を区別して入力してください', 'trailing-note', undefined],
    ['xxxxxxxx', 'placeholder', ['xxxxxxxx']],
  ])('password %s: %s', (password, reason, candidates) => {
    const { doubts } = read(card({ パスワード: password }))
    expect(doubts).toHaveLength(1)
    expect(doubts[0]).toMatchObject({ field: 'mailboxes[0].password', reason, term: 'パスワード' })
    if (candidates) expect(doubts[0]!.candidates.map(({ value }) => (value as Secret).reveal())).toEqual(candidates)
  })

  test.each([
    ['ｔａｒｏ＠ｍｖｄ．ｂｉｇｌｏｂｅ．ｎｅ．ｊｐ', 'taro@mvd.biglobe.ne.jp'],
    ['mailto:taro@mvd.biglobe.ne.jp', 'taro@mvd.biglobe.ne.jp'],
    ['taro@mvd.biglobe.ne.jp（仮）', 'taro@mvd.biglobe.ne.jp'],
    ['[taro@mvd.biglobe.ne.jp](mailto:taro@mvd.biglobe.ne.jp)', 'taro@mvd.biglobe.ne.jp'],
    ['T.Yama-da_1@MVD.biglobe.ne.jp', 'T.Yama-da_1@MVD.biglobe.ne.jp'],
  ])('address %s is certain', (written, address) => {
    const sheet = read(card({ メールアドレス: written }))
    expect(sheet.doubts).toEqual([])
    expect(sheet.mailboxes[0]!.address!.value).toBe(address)
  })

  test.each([
    'taro@mvd.biglobe.ne.jp / jiro@mvd.biglobe.ne.jp',
    'ta ro',
    'taro@mvd。biglobe。ne。jp',
    'taro@biglobe',
    'tа@mvd.biglobe.ne.jp',
  ])('address %s is a question', (written) => {
    expect(read(card({ メールアドレス: written })).doubts.map(({ field }) => field)).toContain('mailboxes[0].address')
  })

  test.each([
    ['taro@mvd.biglobe.\nne.jp', 'taro@mvd.biglobe.'],
    ['taro@mvd.biglobe\n.ne.jp', 'taro@mvd.biglobe'],
    ['taro@\n    mvd.biglobe.ne.jp', 'taro@'],
    ['taro\n@mvd.biglobe.ne.jp', 'taro'],
    ['\ntaro@mvd.biglobe.\nne.jp', 'taro@mvd.biglobe.'],
  ])('an address broken into two lines is a question: %j', (written, part) => {
    const sheet = read(card({ メールアドレス: written }))
    expect(sheet.doubts.map(({ field, reason }) => [field, reason])).toEqual([['mailboxes[0].address', 'wrapped']])
    expect(sheet.doubts[0]!.candidates.map(({ value }) => value)).toEqual(['taro@mvd.biglobe.ne.jp', part])
  })

  test('an address with a blank inside is a question, and the login taken from it follows', () => {
    const text = '登録完了のお知らせ\n電子メール1\nメールアドレス : ta ro@md.pikara.ne.jp\nパスワード : mailMAI1'
    const sheet = read(text, [{ id: 'pikara', domains: ['*.pikara.ne.jp'], layouts: [pikara], practice: false }])
    expect(sheet.doubts.map(({ field, reason }) => [field, reason])).toEqual([['mailboxes[0].address', 'inner-blank']])
    const settled = settleDoubts(sheet, { 'mailboxes[0].address': 'taro@md.pikara.ne.jp' })
    expect(settled).toMatchObject({ doubts: [], problem: null, mailboxes: [{ userName: { value: 'taro' } }] })
  })

  test.each(['ta ro@mvd.biglobe.ne.jp', 'taro @mvd.biglobe.ne.jp'])('%j without its blank is called that', (written) => {
    const [doubt] = read(card({ メールアドレス: written })).doubts
    expect(doubt?.candidates[0]).toMatchObject({ label: 'without-blanks', value: 'taro@mvd.biglobe.ne.jp' })
  })

  test('nothing read from a picture is certain where a letter matters', () => {
    const fields = read(card({}), providers, null, 'ocr').doubts.map(({ field, reason }) => `${field} ${reason}`)
    expect(fields).toEqual(['address', 'userName', 'password'].map((name) => `mailboxes[0].${name} read-from-picture`))
  })
})

describe('settling', () => {
  test('an answer settles its question and no other, and logins follow', () => {
    const sheet = read(card({ パスワード: 'Ｋx7mQ2ab', 会員番号: '12' }) + '\n会員番号 : 13')
    expect(sheet.mailboxes[0]!.login).toBeNull()
    const settled = settleDoubts(sheet, {
      'mailboxes[0].password': new Secret('Kx7mQ2ab'),
      'mailboxes[9].password': 'x',
      nonsense: 'y',
    })
    expect(settled.doubts.map(({ field }) => field)).toEqual(['memberNumber'])
    expect(settled.mailboxes[0]!.login!.secret.reveal()).toBe('Kx7mQ2ab')
    expect(settled.portalPassword!.confidence).toBe('certain')
    expect(settleDoubts(settled, { memberNumber: '13' })).toMatchObject({
      doubts: [],
      memberNumber: { value: '13' },
      problem: null,
    })
  })

  test('missing fields can be given, and only then is the sheet complete', () => {
    const sheet = read(card({ パスワード: '', メールアドレス: '別紙' }))
    expect(sheet.problem).toMatchObject({ code: 'sheet-incomplete', facts: { missing: 'address, password' } })
    const half = settleDoubts(sheet, { 'mailboxes[0].address': 'no address', 'mailboxes[0].password': 'Kx7 mQ2ab' })
    expect(half.doubts.map(({ field }) => field)).toEqual(['mailboxes[0].address'])
    const whole = settleDoubts(half, { 'mailboxes[0].address': 'yamada@mvd.biglobe.ne.jp' })
    expect(whole.problem).toBeNull()
    expect(whole.mailboxes[0]!.login!.secret.reveal()).toBe('Kx7 mQ2ab')
  })

  test('an empty address leaves a mailbox out and renumbers the rest', () => {
    const text =
      'EFネット追加メールアドレスリスト\n追加メールアドレス1\nメールアドレス: 別紙\nパスワード: aaaaaaa1\nID: id1\n追加メールアドレス2\nメールアドレス: b@mvd.biglobe.ne.jp\nパスワード: ａ\nID: id2'
    const settled = settleDoubts(read(text), { 'mailboxes[0].address': '' })
    expect(settled.mailboxes.map(({ address }) => address!.value)).toEqual(['b@mvd.biglobe.ne.jp'])
    expect(settled.doubts.map(({ field }) => field)).toEqual(['mailboxes[0].password'])
  })
})

describe('whose sheet it is', () => {
  test('the practice provider takes its own domain only', () => {
    expect(read(card({ メールアドレス: 'taro@renshu.example' })).provider).toBe('practice')
    expect(read(card({ メールアドレス: 'taro@example.jp' })).provider).toBe('biglobe-ef')
    expect(read(card({ メールアドレス: 'taro@example.jp' }), providers, 'practice').problem).toMatchObject({
      code: 'sheet-not-recognised',
    })
    expect(read(card({}), providers, 'nobody').problem).toMatchObject({ code: 'provider-unknown' })
  })

  test('an unknown paper is recognised by the domain of its address, or by the person', () => {
    const memo = (domain: string): string => `メモ\nID: abc\nパスワード: Kx7mQ2ab\nメールアドレス: a@${domain}`
    expect(read(memo('x.biglobe.ne.jp').replace('ID: abc', ''))).toMatchObject({
      provider: 'biglobe-ef',
      why: { by: 'domain', words: 'x.biglobe.ne.jp' },
      problem: { code: 'sheet-incomplete', facts: { missing: 'userName' } },
    })
    expect(read(memo('example.jp')).problem).toMatchObject({ code: 'sheet-not-recognised', facts: { reason: 'too-few-labels' } })
    expect(read(memo('example.jp'), providers, 'biglobe-ef')).toMatchObject({
      provider: 'biglobe-ef',
      why: { by: 'person' },
      problem: null,
    })
  })

  test('nothing, too much, and something else are told apart', () => {
    expect(read(' \n\t').problem?.code).toBe('sheet-empty')
    expect(read('x\n'.repeat(30_000)).problem?.code).toBe('sheet-too-large')
    expect(read('ご請求書\n合計 2,200円').problem).toMatchObject({
      code: 'sheet-not-recognised',
      facts: { reason: 'another-paper', paper: '請求書' },
    })
    expect(read('こんにちは').problem?.facts).toMatchObject({ reason: 'no-known-title-or-label' })
  })

  test('no value of the sheet stands in a problem', () => {
    const sheet = read('メモ\nID: abc999\nパスワード: Kx7mQ2ab\nメールアドレス: a@example.jp')
    expect(JSON.stringify(sheet.problem)).not.toMatch(/abc999|Kx7mQ2ab|a@example/)
  })
})

/** 登録完了のお知らせ as お仕事ピカラ's manual prints it: an example of a paper whose passwords open different doors. */
const pikara: Layout = layout.parse({
  id: 'completion-notice',
  titles: ['登録完了のお知らせ'],
  clues: ['ピカラ'],
  needs: ['password'],
  sections: [
    {
      id: 'contract',
      headings: [],
      many: false,
      mailbox: false,
      opens: [],
      userNameFrom: 'field',
      fields: [{ field: 'other', kind: 'text', labels: ['ご契約サービス名'] }],
    },
    {
      id: 'internet',
      headings: ['インターネット'],
      many: false,
      mailbox: false,
      opens: ['connection'],
      userNameFrom: 'field',
      fields: [
        { field: 'userName', kind: 'user', labels: ['PPPoEユーザー名'] },
        { field: 'password', kind: 'secret', labels: ['PPPoEパスワード'] },
      ],
    },
    {
      id: 'mail',
      headings: ['電子メール{n}'],
      many: true,
      mailbox: true,
      opens: ['mail'],
      userNameFrom: 'local-part',
      fields: [
        { field: 'incomingHost', kind: 'host', labels: ['受信メールサーバー'] },
        { field: 'outgoingHost', kind: 'host', labels: ['送信メールサーバー'] },
        { field: 'address', kind: 'address', labels: ['メールアドレス'] },
        { field: 'password', kind: 'secret', labels: ['パスワード'] },
      ],
    },
    {
      id: 'online',
      headings: ['オンラインサービス'],
      many: false,
      mailbox: false,
      opens: ['portal'],
      userNameFrom: 'field',
      fields: [
        { field: 'url', kind: 'url', labels: ['URL'] },
        { field: 'userName', kind: 'user', labels: ['ユーザー名'] },
        { field: 'password', kind: 'secret', labels: ['パスワード(初期)', 'パスワード'] },
      ],
    },
  ],
  instructions: [],
})

test('a paper with a connection, two mailboxes and a portal keeps its four passwords apart, by data alone', () => {
  const text = `登録完了のお知らせ
山田株式会社
ご契約サービス名\t光ねっとメニュー\tお仕事ピカラ光ねっと
インターネット\tPPPoEユーザー名\taaa@opt.os.pikara.ne.jp
\tPPPoEパスワード\tpppPPP11
電子メール1\t受信メールサーバー\tpopca.pikara.ne.jp
\t送信メールサーバー\tsmtca.pikara.ne.jp
\tメールアドレス\tone@md.pikara.ne.jp
\tパスワード\tmailMAI1
電子メール2\t受信メールサーバー\tpopca.pikara.ne.jp
\t送信メールサーバー\tsmtca.pikara.ne.jp
\tメールアドレス\ttwo@md.pikara.ne.jp
\tパスワード\tmailMAI2
オンラインサービス\tURL\t
\tユーザー名\tonline01
\tパスワード(初期)\tportPOR1`
  const sheet = read(text, [{ id: 'pikara', domains: ['*.pikara.ne.jp'], layouts: [pikara], practice: false }])
  expect(sheet.doubts).toEqual([])
  expect(sheet.problem).toBeNull()
  expect(
    sheet.mailboxes.map((box) => [
      box.address!.value,
      box.userName!.value,
      box.password!.value.reveal(),
      box.realms,
      box.login?.name,
    ]),
  ).toEqual([
    ['one@md.pikara.ne.jp', 'one', 'mailMAI1', ['mail'], 'online01'],
    ['two@md.pikara.ne.jp', 'two', 'mailMAI2', ['mail'], 'online01'],
  ])
  expect(sheet.signIns.map((pair) => [pair.realms, pair.userName!.value, pair.password!.value.reveal()])).toEqual([
    [['connection'], 'aaa@opt.os.pikara.ne.jp', 'pppPPP11'],
    [['portal'], 'online01', 'portPOR1'],
  ])
  expect(sheet.portalPassword!.value.reveal()).toBe('portPOR1')
})

describe('a slot of a list', () => {
  const notice = (...slot: readonly string[]): SheetAccounts =>
    read(
      ['登録完了のお知らせ', '電子メール1', 'メールアドレス : one@md.pikara.ne.jp', 'パスワード : mailMAI1', ...slot].join('\n'),
      [{ id: 'pikara', domains: ['*.pikara.ne.jp'], layouts: [{ ...pikara, instructions: ['別紙'] }], practice: false }],
    )
  const told = (sheet: SheetAccounts) => sheet.doubts.map(({ field, reason }) => `${field} ${reason}`)

  test.each([
    [
      ['電子メール2', 'メールアドレス : 別紙のとおり', 'パスワード : 別紙のとおり'],
      ['address instruction', 'password instruction'],
    ],
    [
      ['電子メール2', 'メールアドレス : 別紙のとおり', 'パスワード :'],
      ['address instruction', 'password missing'],
    ],
    [
      ['電子メール2', 'メールアドレス : 別紙参照'],
      ['address instruction', 'password missing'],
    ],
    [['電子メール2', 'メールアドレス : 別紙参照', 'パスワード : mailMAI2'], ['address instruction']],
  ])('%j sends the reader elsewhere: its address is a question', (slot, doubts) => {
    const sheet = notice(...slot)
    expect(told(sheet)).toEqual(doubts.map((doubt) => `mailboxes[1].${doubt}`))
    expect(sheet.problem).toMatchObject({ code: 'sheet-incomplete' })
    const settled = settleDoubts(sheet, {
      'mailboxes[1].address': 'two@md.pikara.ne.jp',
      'mailboxes[1].password': new Secret('mailMAI2'),
    })
    expect(settled).toMatchObject({ doubts: [], problem: null, mailboxes: [{}, { userName: { value: 'two' } }] })
    expect(settleDoubts(sheet, { 'mailboxes[1].address': '' })).toMatchObject({ doubts: [], problem: null })
  })
  test('whose heading itself sends the reader elsewhere is one, too', () => {
    const list = (slot: string): SheetAccounts =>
      read(`EFネット追加メールアドレスリスト\n追加メールアドレス1 : a@x.biglobe.ne.jp\nパスワード : aaaaaaa1\nID : id1\n${slot}`)
    expect(told(list('追加メールアドレス2 : 別紙のとおり'))).toEqual([
      'mailboxes[1].address instruction',
      'mailboxes[1].userName missing',
      'mailboxes[1].password missing',
    ])
    expect(told(list('追加メールアドレス2 : （お申し込みが必要です）'))).toEqual([])
  })
  test.each([
    [['電子メール2', 'メールアドレス :', 'パスワード :']],
    [['電子メール2', 'メールアドレス : なし', 'パスワード : －']],
    [['電子メール2', 'メールアドレス : ●●●●', 'パスワード : ●●●●']],
    [['電子メール2（2026年6月 発行）', 'メールアドレス :']],
  ])('%j is blank or covered as a whole, and no mailbox', (slot) => {
    expect(notice(...slot)).toMatchObject({ doubts: [], problem: null, mailboxes: [{}] })
  })
})

describe('a sign-in that belongs to no mailbox', () => {
  const notice = (...site: readonly string[]): SheetAccounts =>
    read(
      ['登録完了のお知らせ', '電子メール1', 'メールアドレス : one@md.pikara.ne.jp', 'パスワード : mailMAI1', ...site].join('\n'),
      [{ id: 'pikara', domains: ['*.pikara.ne.jp'], layouts: [pikara], practice: false }],
    )
  const online = (userName: string, password: string) =>
    notice('オンラインサービス', `ユーザー名 : ${userName}`, `パスワード(初期) : ${password}`)
  const told = (sheet: SheetAccounts) => readObject(sheet, () => '').doubts.map(({ field, reason }) => `${field} ${reason}`)

  test.each([
    ['online01', '', ['portalPassword missing']],
    ['online01', '●●●●●●', ['portalPassword masked']],
    ['別紙のとおり', 'portPOR1', ['portalUser instruction']],
    ['', '別紙参照', ['portalUser missing', 'portalPassword instruction']],
    ['on line01', 'portPOR１', ['portalUser inner-blank', 'portalPassword full-width']],
  ])('%s / %s is a question, and its mailbox is none', (userName, password, doubts) => {
    const sheet = online(userName, password)
    expect(told(sheet)).toEqual(doubts)
    expect(sheet.problem).toBeNull()
    expect(sheet.mailboxes).toMatchObject([{ login: null }])
  })
  test('half of whose pair has no place on the paper is one, too', () => {
    expect(told(notice('オンラインサービス', 'ユーザー名 : online01'))).toEqual(['portalPassword missing'])
    expect(told(notice('オンラインサービス', 'URL : https://x.example/'))).toEqual([])
  })
  test('of the connection alone is asked about only where characters are in doubt', () => {
    expect(told(notice('インターネット', 'PPPoEユーザー名 : aaa', 'PPPoEパスワード : ●●●●'))).toEqual([])
    expect(told(notice('インターネット', 'PPPoEユーザー名 : aaa', 'PPPoEパスワード : ｂbb'))).toEqual([
      'signIns[0].password full-width',
    ])
  })
  test('met twice is one pair, and two that differ contradict each other', () => {
    const twice = (password: string) =>
      notice(
        ...['オンラインサービス', 'ユーザー名 : online01', 'パスワード(初期) : portPOR1', '登録完了のお知らせ'],
        ...['オンラインサービス', 'ユーザー名 : online01', `パスワード(初期) : ${password}`],
      )
    expect([told(twice('portPOR1')), twice('portPOR1').signIns.length]).toEqual([[], 1])
    expect(told(twice('portPOR2'))).toEqual(['portalPassword contradictory'])
  })
  test('an answer settles it, and the mailbox’s login follows', () => {
    const settled = settleDoubts(online('online01', '●●●●'), { 'signIns[0].password': new Secret('portPOR1') })
    expect(settled).toMatchObject({ doubts: [], mailboxes: [{ login: { name: 'online01', realms: ['portal'] } }] })
  })
})

test('any text at all is read without an error, and its problem holds no long piece of it', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      'EFネット会員証',
      'パスワード',
      'ユーザーID',
      'メールアドレス',
      '追加メールアドレス1',
      ' : ',
      '\t',
      '|',
      '\n',
      '> ',
      '　',
      '※',
      '1. ',
      '(',
      '@',
      '.',
      '━',
    ),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const sheet = read(pieces.join(''))
      for (const doubt of sheet.doubts) expect(doubt.field).toMatch(/^(?:(?:mailboxes|signIns)\[\d+\]\.)?[a-zA-Z]+$/)
      expect(() => settleDoubts(sheet, Object.fromEntries(sheet.doubts.map(({ field }) => [field, 'a@b.example'])))).not.toThrow()
    }),
    { numRuns: runs(100) },
  )
})

test.each([
  ['one endless line', 'パスワード : '.repeat(300)],
  ['many endless lines', `${'メールアドレス : '.padEnd(3900, 'a')}@\n`.repeat(200)],
  ['bars', `${'|'.repeat(3900)}\n`.repeat(200)],
  ['ornaments before a label', `${'('.repeat(1900)}${')'.repeat(1900)}パスワード : x\n`.repeat(200)],
  ['labels without values', 'ユーザーID\nパスワード\n'.repeat(5000)],
  ['a line beyond reason', `EFネット会員証\nパスワード : ${'x'.repeat(1_000_000)}`],
])('%s costs no more than its length', (_name, text) => {
  // The test runner's own limit is the bound: a pattern that backtracks would take hours.
  expect(read(text).provider === null || read(text).doubts.length >= 0).toBe(true)
})

describe('a value on a line of its own', () => {
  const named = {
    ...pikara,
    sections: pikara.sections.map((section) =>
      section.id === 'contract'
        ? {
            ...section,
            fields: [
              { field: 'customerName' as const, kind: 'text' as const, labels: ['会社名'], unlabelled: '.*株式会社.*' },
              ...section.fields,
            ],
          }
        : section,
    ),
  }
  const nameIn = (...lines: readonly string[]) =>
    read([...lines, '電子メール1', 'メールアドレス: a@md.pikara.ne.jp', 'パスワード: mailMAI1', '株式会社あと'].join('\n'), [
      { id: 'pikara', domains: ['*.pikara.ne.jp'], layouts: [named], practice: false },
    ]).customerName?.value

  test('is taken below the title, before the first label', () => {
    expect(nameIn('登録完了のお知らせ', '山田株式会社\t\t')).toBe('山田株式会社')
    expect(nameIn('> 登録完了のお知らせ', '>　株式会社山田')).toBe('株式会社山田')
  })
  test('and nowhere else: not above the title, not behind a label, not where a label tells', () => {
    expect(nameIn('株式会社まえ', '登録完了のお知らせ')).toBeUndefined()
    expect(nameIn('登録完了のお知らせ', 'ご契約サービス名: 光', '株式会社なか')).toBeUndefined()
    expect(nameIn('登録完了のお知らせ', '株式会社うえ', '会社名: 山田商店')).toBe('山田商店')
  })
})
