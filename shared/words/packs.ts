import type { Facts } from '../base/problem.ts'
import { fillSentence } from './fill-sentence.ts'
import type { InBoth, Lang } from './lang.ts'

/** Sentences about provider packs. */
export const packWords = {
  editionOfProgram: { ja: '  版: {edition}（プログラムの内容）', en: '  Edition: {edition} (the program’s own)' },
  editionOfPack: {
    ja: '  版: {edition}（追加データ。{at} に追加。署名の指紋: {signer}）',
    en: '  Edition: {edition} (added by a pack, {at}; signer’s fingerprint: {signer})',
  },
  idle: {
    ja: '  使っていない追加データ: {edition} 版（もっと新しい版があります）',
    en: '  Not in use: pack of edition {edition} (there is a newer one)',
  },
  added: {
    ja: '{name} のデータを {edition} 版にしました。[いままでの版: {replaces}]',
    en: 'The data of {name} is now edition {edition}.[ (before: {replaces})]',
  },
  trusted: {
    ja: 'この署名の相手を信頼するものとして覚えました。[指紋: {signer}]',
    en: 'This signer is trusted from now on.[ (fingerprint: {signer})]',
  },
  hosts: { ja: '新しい行き先: {hosts}', en: 'New places: {hosts}' },
  guards: { ja: '減った用心: {guards}', en: 'It does without: {guards}' },
  trusts: { ja: '信頼している署名: {signer}（{at} から）', en: 'Trusted signer: {signer} (since {at})' },
  distrusted: {
    ja: 'この署名の相手を、信頼するものから外しました。[指紋: {signer}]',
    en: 'This signer is not trusted any more.[ (fingerprint: {signer})]',
  },
  wentWith: {
    ja: 'その相手の追加データ（{provider} の {edition} 版）も外しました。[これからは {inUse} 版を使います。]',
    en: 'The signer’s pack ({provider}, edition {edition}) is gone, too.[ Edition {inUse} is in use from now on.]',
  },
  removedToProgram: {
    ja: '追加データを外しました。プログラムの内容（{edition} 版）を使います。',
    en: 'The pack is gone. The program’s own data (edition {edition}) is in use.',
  },
  removedAltogether: {
    ja: '追加データを外しました。このプロバイダーの内容は、プログラムにはありません。',
    en: 'The pack is gone. The program itself knows no such provider.',
  },
} as const satisfies Readonly<Record<string, InBoth>>

/** A sentence about provider packs, filled. */
export const sayPack = (word: keyof typeof packWords, lang: Lang, facts: Facts = {}): string =>
  fillSentence(packWords[word][lang], facts, lang)
