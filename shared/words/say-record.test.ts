import { describe, expect, test } from 'vitest'
import { badProof, fourMailboxes, goodMailbox, goodProof, twoHouseholds } from '../proof/fixtures/proofs.ts'
import { nextThing, notProvedStatement, type Proof, type ProofProgram, proof } from '../proof/proof.ts'
import { langs } from './lang.ts'
import { runOutcomeWords, undoWords } from './outcomes.ts'
import { nextWords, notProvedWords, recordWords } from './record.ts'
import { sayChange } from './say-change.ts'
import { sayRecord } from './say-record.ts'

const flat = (record: unknown): string => JSON.stringify(record)

test('the sample proofs are proofs, and a proof has no room for more', () => {
  for (const sample of [goodProof, fourMailboxes, badProof]) expect(proof.parse(sample)).toEqual(sample)
  expect(proof.safeParse({ ...goodProof, password: 'x' }).success).toBe(false)
  expect(proof.safeParse({ ...goodProof, mailboxes: [{ ...goodMailbox('a@example.jp'), newPassword: 'x' }] }).success).toBe(false)
})

describe.each(langs)('in %s', (lang) => {
  test('a good run says so, names every change, and what was not proved', () => {
    const record = sayRecord(goodProof, lang)
    expect(record.mark).toBe('○')
    expect(record.boxes[0]!.rows.map((row) => row.mark)).toEqual(['○', '○', '○', '○', '○'])
    expect(record.boxes[0]!.rows[3]!.details).toHaveLength(4)
    for (const { what } of goodProof.notProved) expect(flat(record.lists)).toContain(notProvedWords[what][lang])
    for (const thing of goodProof.next) expect(flat(record.lists)).toContain(nextWords[thing][lang])
    expect(record.practice).toBeNull()
  })

  test('a bad run never shows a ○, and its problems are told', () => {
    const record = sayRecord(badProof, lang)
    expect(record.mark).toBe('△')
    expect(flat(record)).not.toContain('○')
    expect(record.boxes[0]!.rows.map((row) => row.mark)).toEqual(['△', '×', '－', '×', '△', '△'])
    expect(record.practice).not.toBeNull()
    expect(flat(record)).toContain('認証に失敗しました')
    expect(flat(record)).not.toMatch(/\\u001b|undefined|\[object|\{\w+\}/)
  })

  test('terse leaves out no failure, no statement and no thing to do', () => {
    const [full, terse] = [sayRecord(badProof, lang), sayRecord(badProof, lang, true)]
    expect(terse.boxes).toEqual(full.boxes)
    expect(terse.lists).toEqual(full.lists)
    const good = sayRecord(goodProof, lang, true)
    expect(good.boxes[0]!.rows).toHaveLength(4)
    expect(good.lists.find((list) => list.tick)!.lines).toHaveLength(4)
  })

  test('every statement and every thing to do has words of its own', () => {
    expect(new Set(notProvedStatement.options.map((what) => notProvedWords[what][lang])).size).toBe(
      notProvedStatement.options.length,
    )
    expect(new Set(nextThing.options.map((what) => nextWords[what][lang])).size).toBe(nextThing.options.length)
  })
})

test('a statement that holds for some mailboxes names them; one that holds for all does not', () => {
  const lines = sayRecord(fourMailboxes, 'ja').lists.find((list) => list.title === '確かめていないこと')!.lines
  expect(lines[0]).toBe('実際にメールを送って届くこと（試していません）')
  expect(lines[1]).toBe('前のパスワードが使えなくなったこと（試していません）：info@example.jp')
})

test('the newest sign-in counts: settings that fail after the rewrite are not hidden by a good one before', () => {
  const mailbox = goodMailbox('taro@example.jp')
  const failed = {
    ...mailbox.programs[0]!.fromDisk[0]!,
    ok: false,
    problem: { code: 'sign-in-refused' as const, again: 'after-person' as const, facts: {} },
  }
  const rows = sayRecord(
    { ...goodProof, mailboxes: [{ ...mailbox, programs: [{ ...mailbox.programs[0]!, fromDisk: [failed] }] }] },
    'ja',
  ).boxes[0]!.rows
  expect(rows.map((row) => row.mark)).toEqual(['○', '×', '○', '△', '○'])
})

test('what the site showed otherwise than the paper is never left out', () => {
  const differences = [{ name: 'address', page: 'done', expected: 'taro@md.example.jp', found: 'taro@ca.example.jp' }]
  const [box] = sayRecord({ ...goodProof, mailboxes: [{ ...goodMailbox('taro@example.jp'), differences }] }, 'ja', true).boxes
  expect(box!.rows[1]).toMatchObject({
    mark: '△',
    text: expect.stringContaining('控え taro@md.example.jp、会員ページ taro@ca.example.jp'),
  })
})

test('a login without mailboxes claims nothing about mail, and names the mailboxes left alone', () => {
  const logins = [{ ...badProof.logins[0]!, portal: 'changed' as const }]
  const record = sayRecord({ ...goodProof, mailboxes: [], logins, untouched: ['taro@example.jp'] }, 'ja')
  expect(record.meaning).toContain('メールのパスワードと設定は変えていません')
  expect(record.lists.find((list) => list.title === '触れていないメールアドレス')?.lines).toEqual(['taro@example.jp'])
  expect(record.boxes.map((box) => box.for)).toEqual(['ef0012345'])
})

test('the same login at two providers: each box says whose it is, and keeps its own name for its own password', () => {
  const [one] = badProof.logins
  const names = ['a', 'b'].map((id) => ({ id, name: { ja: `会社${id}`, en: `company ${id}` } }))
  const logins = ['a', 'b'].map((provider) => ({ ...one!, provider }))
  const both = sayRecord({ ...goodProof, providers: names, mailboxes: [], logins }, 'ja').boxes
  expect(both.map(({ for: login, provider }) => [login, provider])).toEqual([
    ['ef0012345', 'a'],
    ['ef0012345', 'b'],
  ])
  expect(both.map(({ name }) => name)).toEqual([expect.stringContaining('会社a'), expect.stringContaining('会社b')])
  const [alone] = sayRecord({ ...goodProof, providers: names, mailboxes: [], logins: logins.slice(0, 1) }, 'ja').boxes
  expect(alone?.name).not.toContain('会社')
})

test('names of two households stand with their mailboxes, and at the head there is none', () => {
  const record = sayRecord(twoHouseholds, 'ja', true)
  expect(record.head.flat().join()).not.toContain('様')
  expect(record.boxes.map(({ holder }) => holder)).toEqual(['お客様: 山田工業 様　会員番号: EF-0000001', 'お客様: 鈴木商店 様'])
  expect(sayRecord(goodProof, 'ja').boxes.map(({ holder }) => holder)).toEqual([null])
})

test('shared office hours are said once', () => {
  const list = sayRecord(fourMailboxes, 'ja').lists.at(-1)!
  expect(list.title).toBe('お問い合わせ先（電話の受付 平日 9:00～17:00）')
  expect(list.lines).toHaveLength(13)
})

test('a password side is never shown, whatever a caller puts there', () => {
  expect(sayChange({ setting: 'outgoing.password', from: 'hunter2', to: 'new' }, 'ja')).toBe(
    '送信のパスワード： ••• → 新しいもの',
  )
  expect(sayChange({ setting: 'password', from: 'none', to: 'Secret-9' }, 'en')).not.toContain('Secret')
  expect(sayChange({ setting: 'incoming.security', from: 'none', to: 'tls' }, 'en')).toBe(
    'incoming encryption: not encrypted → SSL/TLS (encrypted)',
  )
  expect(sayChange({ setting: 'some.new.pref', from: '', to: '1' }, 'ja')).toBe('some.new.pref： （空欄） → 1')
})

describe.each(langs)('files that are not simply as the run wrote them, in %s', (lang) => {
  const said = (files: NonNullable<ProofProgram['files']>, undo: Proof['undo']) => {
    const [mailbox] = goodProof.mailboxes
    const programs = mailbox!.programs.map((program) => ({ ...program, changed: [], fromDisk: [], files }))
    const record = sayRecord(
      { ...goodProof, outcome: 'unfinished', ...(undo ? { undo } : {}), mailboxes: [{ ...mailbox!, programs }] },
      lang,
    )
    return { record, row: record.boxes[0]!.rows.find(({ label }) => label === recordWords.program[lang])! }
  }
  test.each([
    ['rewrite-cut', undefined, '△', recordWords.rewriteCut],
    ['undo-cut', 'cut', '△', recordWords.undoCut],
    ['put-back', 'whole', '－', recordWords.putBack],
  ] as const)('%s: never that they were not rewritten', (files, undo, mark, words) => {
    const { record, row } = said(files, undo)
    expect(row).toMatchObject({ mark, text: expect.stringContaining(words[lang]) })
    expect(row.text).not.toContain(recordWords.leftAlone[lang])
    if (undo) expect(record.headline).toBe(undoWords[undo][lang].headline)
  })
  test('that nobody knows which password holds stands before what was put back', () => {
    expect(sayRecord({ ...badProof, outcome: 'unknown', undo: 'whole' }, lang).headline).toBe(
      runOutcomeWords.unknown[lang].headline,
    )
  })
})
