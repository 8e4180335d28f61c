import { expect, test } from 'vitest'
import { Secret } from '../base/secret.ts'
import { offerChoices } from './offer-choices.ts'

const shown = (texts: readonly string[], given: readonly string[], answers: readonly string[]) =>
  offerChoices(
    texts,
    given.map((text) => new Secret(text)),
    answers.map((text) => new Secret(text)),
  ).map((choice) => choice.shown)

test('a month or a day typed before does not spoil the words of a choice', () => {
  const texts = ['', 'Ｍｙピカラ第1メールアドレス', '携帯電話番号（SMS）']
  expect(shown(texts, [], ['1', '4', '197'])).toEqual(texts.slice(1))
  expect(offerChoices(texts, [], [])[0]).toMatchObject({ at: 1, text: texts[1] })
})
test('what is a secret stays covered: passwords however short, answers from four characters on', () => {
  expect(shown(['taro@a.example 090'], ['090'], [])).toEqual(['taro@a.example ‹•••›'])
  expect(shown(['送付先 taro@a.example'], [], ['taro@a.example'])).toEqual(['送付先 ‹•••›'])
  expect(shown(['1970年4月'], [], ['1970'])).toEqual(['‹•••›年4月'])
})
test('choices that look alike when covered are told apart, and each keeps its own place and words', () => {
  const choices = offerChoices(['taro@a', 'hanako@a', 'hanako@a'], [new Secret('taro'), new Secret('hanako')], [])
  expect(choices).toEqual([
    { at: 0, text: 'taro@a', shown: '‹•••›@a' },
    { at: 1, text: 'hanako@a', shown: '‹•••›@a (2)' },
  ])
})
