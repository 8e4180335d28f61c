import { describe, expect, test } from 'vitest'
import type { PageView } from '../portal/page-view.ts'
import { readFault } from '../portal/read-fault.ts'
import { providers } from './index.ts'

const page = (text: string): PageView => ({
  titles: [],
  blocks: [{ frame: 0, text, lines: [text], heading: false }],
  controls: [],
  pairs: [],
  status: 200,
  said: [],
})
const recipes = providers.flatMap(({ changes }) =>
  changes.flatMap(({ recipe, proofRecipe }) => [recipe, ...(proofRecipe ? [proofRecipe] : [])]),
)

describe.each([...new Map(recipes.map((recipe) => [recipe.id, recipe])).values()].map((recipe) => [recipe.id, recipe] as const))(
  '%s: a refused sign-in is one, however it is worded',
  (_id, recipe) => {
    test.each([
      'お客様番号またはパスワードが一致しません。',
      '認証IDまたはパスワードが一致しません。',
      'ユーザー名とパスワードが一致していません。',
      'お客様番号とパスワードを正しく入力してください。',
      'ユーザーIDを正しく入力してください。',
      'パスワードの形式が正しくありません。',
      '現在のパスワードが正しくありません。',
      'パスワードが違います。もう一度入力してください。',
      'IDまたはパスワードの入力内容に誤りがあります。',
    ])('%s', (text) => expect(readFault(recipe, page(text), 'sign-in')?.code).toBe('portal-sign-in-refused'))

    test('the same words of a new password stay a refused password', () => {
      const told = readFault(recipe, page('新しいパスワードが一致しません。'), 'commit')?.code
      expect(told).toBe('portal-rule-refused')
    })
  },
)
