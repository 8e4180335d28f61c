import { describe, expect, test } from 'vitest'
import type { PasswordRule } from '../mail/password-rule.ts'
import { findProvider, providers } from '../provider/index.ts'
import { langs } from './lang.ts'
import { sayRule } from './rules.ts'
import { sayProvider } from './say-provider.ts'

describe.each(providers.map((provider) => [provider.id, provider] as const))('%s', (_id, provider) => {
  test.each(langs)('is told whole (%s)', (lang) => {
    const told = sayProvider(provider, lang).join('\n')
    const words = [
      ...provider.changes.flatMap(({ title, notices }) => [title, ...notices.before, ...notices.after]),
      ...[...provider.notices.before, ...provider.notices.after],
      ...provider.instead.map(({ text }) => text),
      ...(provider.guides ?? []).flatMap(({ title, lines }) => [title, ...lines.map(({ say }) => say)]),
      ...provider.lost.map(({ text }) => text),
      ...provider.recoveries.map(({ title }) => title),
    ].map((text) => text[lang])
    const phones = [...provider.help, ...provider.lost.flatMap(({ help }) => help)].map(({ phone }) => phone)
    for (const text of [...words, ...phones, ...provider.inferred, provider.source.manual, provider.source.confirmed])
      expect(told).toContain(text)
    expect(told).not.toMatch(/\{[a-z]\w*\}(?<!\{net\})|undefined|null/i)
  })
})

test('what is changed by itself, what screen by screen, and what signs in', () => {
  const told = (id: string): string => sayProvider(findProvider(id)!, 'ja').join('\n')
  expect(told('ocn')).toContain('● 認証パスワードの変更（--change portal）\n  進め方: 自動で進めます')
  expect(told('my-pikara')).toContain('（--change portal）\n  進め方: 画面を1つずつお見せし')
  expect(told('my-pikara')).toMatch(
    /ログインに使うもの: Ｍｙピカラのパスワード\n[^●]*●[^●]*ログインに使うもの: メールアドレスのパスワード\n●/,
  )
  expect(told('ocn')).toContain('回数: 1時間に1回まで\n  行きわたるまで: 5分ほど')
  expect(told('ucom')).toContain('始めるページ（spaaqs.ne.jp, *.spaaqs.ne.jp）: https://mypage.spaaqs.ne.jp/')
})

const rule: PasswordRule = {
  length: { min: 8, max: 8 },
  first: null,
  kinds: 1,
  required: [],
  counts: [],
  symbols: { policy: 'refused' },
  differsFrom: [],
  without: [],
  generate: { length: 8, classes: ['digit', 'lower', 'upper'] },
}
test.each<[Partial<PasswordRule>, string]>([
  [{}, '8文字、記号は使えない（このプログラムが作るときは 8文字）'],
  [{ length: { min: 6, max: 8 }, first: ['lower', 'upper'] }, '6～8文字、先頭は英小文字・英大文字、記号は使えない'],
  [{ length: { min: 8, max: null }, kinds: 3 }, '8文字以上、数字・英小文字・英大文字・記号のうち3種類以上、'],
  [
    { length: { min: 1, max: null }, symbols: { policy: 'not-stated' } },
    '長さの決まりは案内に書かれていない、記号が使えるかは案内に書かれていない',
  ],
  [{ required: ['digit', 'upper'] }, '8文字、数字・英大文字を必ず入れる、'],
  [{ counts: [{ of: ['lower', 'upper'], atLeast: 2 }] }, '英小文字・英大文字を合わせて2文字以上'],
  [{ symbols: { policy: 'listed', characters: '!$[]{}' } }, '使える記号は !$[]{}（'],
  [
    { differsFrom: ['user-name', 'used-before'], without: ['user-name'] },
    'ユーザー名と同じものは使えない、前に使ったものは使えない、ユーザー名を含むものは使えない',
  ],
])('a rule in words: %j', (over, words) => {
  expect(sayRule({ ...rule, ...over }, 'ja')).toContain(words)
  expect(sayRule({ ...rule, ...over }, 'en')).not.toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u)
})
