import { expect, test } from 'vitest'
import { tameText } from './tame-text.ts'

test('what would act is seen, what is read stays as it is', () => {
  expect(tameText('a\u202egnp.exe\u202c')).toBe('a\ufffdgnp.exe\ufffd')
  expect(tameText('\u001b[31m赤\u0000')).toBe('\ufffd[31m赤\ufffd')
  const plain = '株式会社みほん商店　<img src=x> 髙橋 ①㈱ é 👩‍👧 ﾊﾝｶｸ'
  expect(tameText(plain)).toBe(plain)
})
