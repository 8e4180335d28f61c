import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listenTo } from '../../e2e/fakes/cli-context.ts'
import { readArguments } from './arguments.ts'
import { preparePlan } from '../road/prepare-plan.ts'
import { readWishes } from './read-wishes.ts'
import { warnAboutPasswords } from './warn-password.ts'

let folder: string
beforeAll(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'warn-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const paper = (address: string): string => `EFネット会員証（練習用）
1. 会員登録日　　　　: 2025年10月1日
2. 会員番号　　　　　: 9900001
3. 登録者名　　　　　: カキノキ商店
4. 登録者住所　　　　: ${address}
5. ユーザーID　　　　: ren00001
6. パスワード　　　　: Renshu2025
7. メールアドレス　　: taro@renshu.example
8. メールサーバー名
　受信メール(POP3)サーバー : mail.renshu.example
　送信メール(SMTP)サーバー : mail.renshu.example
`

/** A household of the same provider whose paper is given first. */
const neighbour = (): string => {
  const file = path.join(folder, 'neighbour.txt')
  const text = paper('').replace('taro@', 'hanako@').replace('ren00001', 'ren00002').replace('カキノキ', 'モモノキ')
  writeFileSync(file, text)
  return file
}

async function warned(address: string, password: string, ...before: readonly string[]) {
  const [sheet, given] = [path.join(folder, 'sheet.txt'), path.join(folder, 'new.txt')]
  writeFileSync(sheet, paper(address))
  writeFileSync(given, password)
  const { context, said } = listenTo(path.join(folder, 'data'))
  const args = readArguments([
    'run',
    ...before,
    sheet,
    '--provider',
    'practice',
    '--no-thunderbird',
    '--new-password-file',
    given,
  ])
  const wishes = args.ok ? await readWishes(context.app, args.value) : args
  const planned = wishes.ok ? await preparePlan(context.app, wishes.value, context.ask, context.stop) : wishes
  if (!planned.ok) throw new Error(JSON.stringify(planned.problem))
  await warnAboutPasswords(context, planned.value)
  return { said: said(), plan: JSON.stringify(planned.value.prepared.plan) }
}

const home = '〒980-7412 仙台市青葉区モミノキ町3-14 コハルビル'

describe('a password made of what stands on the sheet is warned about', () => {
  test.each([
    ['the postcode', 'Xw9807412'],
    ['the house', 'koharubiru7R'],
    ['the street', 'qT8Mominoki'],
    ['the name', 'Kakinoki7w'],
  ])('%s', async (_name, password) => {
    expect((await warned(home, password)).said).toContain('※')
    expect((await warned(home, password)).plan).not.toMatch(/モミノキ|980-7412/)
  })
})

test('a word of the second household of the same provider is warned about, too', async () => {
  expect((await warned(home, 'Kakinoki7w', neighbour())).said).toContain('※')
})

test('an address that is none, or a doubtful one, asks nothing and holds nothing up', async () => {
  for (const address of ['こちらのユーザーID・パスワードが必要です', '', '＊＊＊＊'])
    expect((await warned(address, 'h7Rq4nTeWx')).said).toBe('')
})
