// Rows of the fifty sounds: consonant, then the kana for a i u e o (・ where the row has none).
const rows: readonly (readonly [string, string])[] = [
  ['', 'アイウエオ'],
  ['k', 'カキクケコ'],
  ['s', 'サシスセソ'],
  ['t', 'タチツテト'],
  ['n', 'ナニヌネノ'],
  ['h', 'ハヒフヘホ'],
  ['m', 'マミムメモ'],
  ['y', 'ヤ・ユ・ヨ'],
  ['r', 'ラリルレロ'],
  ['w', 'ワ・・・ヲ'],
  ['g', 'ガギグゲゴ'],
  ['z', 'ザジズゼゾ'],
  ['d', 'ダヂヅデド'],
  ['b', 'バビブベボ'],
  ['p', 'パピプペポ'],
  ['v', '・・ヴ・・'],
]
const plain = new Map(
  rows.flatMap(([consonant, kana]) =>
    Array.from(kana, (character, at): [string, string] => [character, consonant + 'aiueo'[at]!]),
  ),
)
const small: Readonly<Record<string, string>> = { ャ: 'a', ュ: 'u', ョ: 'o', ァ: 'a', ィ: 'i', ゥ: 'u', ェ: 'e', ォ: 'o' }
const hepburn: readonly (readonly [RegExp, string])[] = [
  [/sy/g, 'sh'],
  [/ty/g, 'ch'],
  [/zy/g, 'j'],
  [/si/g, 'shi'],
  [/ti/g, 'chi'],
  [/tu/g, 'tsu'],
  [/hu/g, 'fu'],
  [/zi|di/g, 'ji'],
  [/du/g, 'zu'],
  [/cch/g, 'tch'],
]

function systematic(katakana: string): string {
  let out = ''
  let doubled = false
  for (const character of katakana) {
    const vowel = small[character]
    if (character === 'ッ') doubled = true
    else if (character === 'ー') out += out.slice(-1)
    else if (character === 'ン') out += 'n'
    // フ with a small vowel is f, not h; after an i-sound a y stands between (シャ, シェ).
    else if (vowel !== undefined)
      out = out.endsWith('hu') ? `${out.slice(0, -2)}f${vowel}` : `${out.slice(0, -1)}${out.endsWith('i') ? 'y' : ''}${vowel}`
    else {
      const sound = plain.get(character)
      if (sound === undefined) return ''
      out += doubled ? sound.slice(0, 1) + sound : sound
      doubled = false
    }
  }
  return out
}

const dropLong = (text: string): string => text.replaceAll(/o[ou]/g, 'o').replaceAll('uu', 'u')

/**
 * A name in kana as people type it in letters: both usual spellings (si/shi), each also with long vowels dropped (oo/ou → o).
 * Empty for anything that is not kana alone: characters with several readings are not guessed.
 */
export function spellKana(name: string): readonly string[] {
  const katakana = Array.from(name.normalize('NFKC'), (character) =>
    /^[ぁ-ゖ]$/.test(character) ? String.fromCharCode(character.charCodeAt(0) + 0x60) : character,
  ).join('')
  if (!/^[ァ-ヴー]{2,}$/.test(katakana)) return []
  const typed = systematic(katakana)
  if (typed === '') return []
  const spoken = hepburn.reduce((text, [from, to]) => text.replaceAll(from, to), typed)
  return [...new Set([typed, spoken, dropLong(typed), dropLong(spoken)])]
}
