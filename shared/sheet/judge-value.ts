import { halfWidth, htmlTag, invisible, japanese, plainSigns, withoutInvisible } from './fold-text.ts'
import { breaksOff, brokenReadings } from './find-broken.ts'
import { certain, doubtful, emptyOrMasked, isInstruction, nothing, type Judged, type Reading } from './judged.ts'
import { judgeSecret } from './judge-secret.ts'
import type { ValueKind } from './layout.ts'

// No value is longer; the bound keeps a hostile line cheap.
const longest = 400

/** Says what one piece of paper is worth as a value of its kind. `pattern` is the layout's own test of the folded value. */
export function judgeValue(whole: string, kind: ValueKind, phrases: readonly string[], pattern?: string): Judged {
  const raw = kind === 'secret' ? whole.slice(0, longest) : whole.slice(0, longest).replace(htmlTag, ' ')
  if (kind === 'none') return nothing('blank')
  const empty = emptyOrMasked(raw)
  if (kind === 'secret') return judgeSecret(raw, empty, isInstruction(raw, phrases))
  if (empty) return nothing(empty)
  const folding = fold(raw, kind)
  if (folding.length === 0)
    return isInstruction(raw, phrases) ? nothing('instruction') : doubtful('malformed', [{ label: 'as-written', value: raw }])
  // A login name never begins with Japanese words; a note behind it may hold any.
  const wordy = kind === 'text' || kind === 'code' || (kind === 'user' && japanese.test(raw.trim()[0]!))
  if (wordy && isInstruction(raw, phrases)) return nothing('instruction')
  const value = folding[0]!
  if (folding.length > 1) {
    // mail.pikara .ne.jp is one name in two, and not two.
    const whole = kind === 'host' ? (brokenReadings(halfWidth(withoutInvisible(raw)), value, kind) ?? []) : []
    const several = folding.map((value) => ({ label: 'first-of-several' as const, value }))
    return doubtful(whole.length > 0 ? 'inner-blank' : 'several-values', [...whole, ...several])
  }
  if (pattern && !new RegExp(`^(?:${pattern})$`, 'u').test(value)) return doubtful('malformed', [{ label: 'as-written', value }])
  return kind === 'address' || kind === 'user' || kind === 'host' ? judgeFolded(raw, value, kind) : certain(value)
}

const localPart = /[^\s<>()[\]"'`,;:@|\\\u0000-\u0020\u0080-\uffff]/.source
const addressForm = new RegExp(`${localPart}+@(?:[a-z0-9-]+\\.)+[a-z0-9-]{2,}`, 'gi')
const hostForm = /(?:[a-z0-9-]+\.)+[a-z0-9-]+|localhost/gi

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)]

/** Every value of the kind a piece of paper holds, folded to half width; none when it holds no such thing. */
function fold(raw: string, kind: ValueKind): readonly string[] {
  const text = halfWidth(withoutInvisible(raw)).trim()
  switch (kind) {
    case 'address':
      return distinct(
        (text.replaceAll('**', ' ').match(addressForm) ?? plainSigns(text).replace(/\s+/g, '').match(addressForm) ?? []).map(
          (found) => found.replace(/^mailto:/i, ''),
        ),
      )
    case 'host': {
      const plain = text.replace(/^[a-z0-9]+:\/\//i, '')
      return distinct(
        (plain.match(hostForm) ?? plainSigns(plain).replace(/\s+/g, '').match(hostForm) ?? []).map((host) => host.toLowerCase()),
      )
    }
    case 'port':
      return distinct(text.match(/(?<![0-9])[0-9]{2,5}(?![0-9])/g) ?? []).filter((port) => Number(port) <= 65535)
    case 'user':
      return userNames(text)
    case 'code':
      // 12345（再発行）: the remark is not part of the number.
      return [text.replace(/(?<=\S)\s*[※(（][^)）]*[\u3041-\u9fff].*$/, '').replace(/\s+/g, ' ')]
    default:
      return [raw.trim()]
  }
}

/** A login name is the first word; a remark in brackets or behind ※ is none of it, any other second word makes it doubtful. */
function userNames(text: string): readonly string[] {
  const bare = /^(?:\*\*(.+)\*\*|[「『"'`“‘(<[](.+)[」』"'`”’)>\]])$/.exec(text)?.slice(1).find(Boolean) ?? text
  const words = bare.replace(/\s*(?:[※←→*].*|[(（【].*[)）】]?)$/u, '').split(/\s+/)
  const usable = words.filter((word) => /[0-9a-z]/i.test(word) || plainSigns(word) !== word)
  return usable.length > 1 && usable.every((word) => !japanese.test(word)) ? [words.join(' ')] : usable.slice(0, 1)
}

/** Half width is the only folding without a second reading; anything else that had to be guessed is a question. */
function judgeFolded(raw: string, value: string, kind: 'address' | 'user' | 'host'): Judged {
  const text = halfWidth(withoutInvisible(raw))
  const plain = plainSigns(value)
  const written: Reading = { label: 'as-written', value: raw.trim() }
  if (kind === 'user') {
    if (/\s/.test(value))
      return doubtful('inner-blank', [
        { label: 'as-written', value },
        { label: 'without-blanks', value: value.replace(/\s+/g, '') },
      ])
    if (/^[\x21-\x7e]+$/.test(value)) return certain(value)
    if (/^[\x21-\x7e]+$/.test(plain))
      return doubtful('look-alike', [
        { label: 'plain-signs', value: plain },
        { label: 'as-written', value },
      ])
    return doubtful('not-ascii', [{ label: 'as-written', value }])
  }
  if (!text.toLowerCase().includes(value.toLowerCase())) {
    const reason =
      /\S\s+\S/.test(text.trim()) && !invisible.test(raw) && text.replace(/\s+/g, '').includes(value)
        ? 'inner-blank'
        : 'look-alike'
    const tight = text.replace(/\s*([@.])\s*/g, '$1')
    const found = kind === 'address' ? (tight.match(addressForm) ?? []) : []
    const words = found.length === 1 ? found.map((value) => ({ label: 'without-blanks' as const, value })) : []
    // Who holds the paper is told what was done to it: of a blank that was taken out, not that signs were changed.
    return doubtful(reason, [{ label: reason === 'inner-blank' ? 'without-blanks' : 'plain-signs', value }, ...words, written])
  }
  // A sign that only looks like ASCII, touching what was found, may be a lost part of it (ta–ro@…, メ–ル).
  const at = text.toLowerCase().indexOf(value.toLowerCase())
  const touching = `${text[at - 1] ?? ''}${text[at + value.length] ?? ''}`.replace(
    /[\s\u3000-\u3003\u3008-\u3011\uff61-\uff64]/g,
    '',
  )
  if (/[^\x00-\x7f]/.test(touching) && plainSigns(touching) !== touching) {
    return doubtful('look-alike', [
      { label: 'plain-signs', value: plainSigns(raw).trim() },
      { label: 'first-of-several', value },
    ])
  }
  const broken = brokenReadings(text, value, kind)
  if (broken) return doubtful('inner-blank', broken)
  return breaksOff(text, value) ? doubtful('wrapped', [{ label: 'as-written', value }]) : certain(value)
}
