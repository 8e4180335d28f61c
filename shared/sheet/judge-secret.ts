import { halfWidth, htmlTag, invisible, japanese, plainSigns, withoutInvisible } from './fold-text.ts'
import { certain, doubtful, nothing, type Judged, type Reading } from './judged.ts'
import type { DoubtReason } from './sheet-accounts.ts'

const placeholder = /^([xXｘＸ×?？#＃0０])\1{3,}$/
const quoted =
  /^(?:\*\*(.+)\*\*|"(.+)"|'(.+)'|`(.+)`|<(.+)>|\[(.+)\]|\((.+)\)|「(.+)」|『(.+)』|【(.+)】|“(.+)”|‘(.+)’|＜(.+)＞|（(.+)）|［(.+)］)$/
/** `abc*****`: what member sites print of a password, its first characters and then a cover. */
const cover = /^[\x21-\x7e]{1,4}?(?:\*{4,}|[＊●•・■]{3,})(?:\s*[※(（].*)?$/u
const control = /[\u0000-\u001f\u007f]/

/**
 * Judges a password as it stands between its separator and the end of its place. One covered but for its first characters is none. Only plain ASCII without a blank is certain, and it is
 * certain to the letter; whatever could have been written, typed or added otherwise is a question with each way to read it. Nothing is ever
 * folded, trimmed inside or re-cased by itself.
 */
export function judgeSecret(raw: string, empty: 'blank' | 'masked' | null, instruction: boolean): Judged {
  if (empty) return nothing(empty)
  if (cover.test(raw)) return nothing('masked')
  const head = beforeNote(raw)
  // Japanese words alone (必須, 別紙のとおり) are no password of any provider.
  if ((instruction && !head) || !/[\x21-\x7e\uff01-\uff5e]/.test(raw)) return nothing('instruction')
  if (placeholder.test(raw)) return doubtful('placeholder', [{ label: 'as-written', value: raw }])
  const inner = quoted
    .exec(raw)
    ?.slice(1)
    .find((group) => group !== undefined)
  if (inner !== undefined)
    return doubtful('quoted', [written(raw), { label: 'without-quotes', value: inner }, ...otherForms(inner)])
  const bare = raw.replace(htmlTag, '')
  if (bare !== raw) return doubtful('trailing-note', [{ label: 'without-note', value: bare }, written(raw), ...otherForms(bare)])
  if (/^[\x21-\x7e]+$/.test(raw)) return certain(raw)
  if (head) return doubtful('trailing-note', [{ label: 'without-note', value: head }, written(raw), ...otherForms(raw)])
  return doubtful(oddity(raw), [written(raw), ...otherForms(raw)])
}

const written = (value: string): Reading => ({ label: 'as-written', value })

/** The part before a remark (abc123 ※大文字小文字に注意, abc123（8桁）); empty when no remark follows. */
function beforeNote(raw: string): string {
  const found = /^([\x21-\x7e]+)(\s*)(.+)$/u.exec(raw)
  if (!found) return ''
  const [, head = '', gap = '', rest = ''] = found
  const marked = /^[※←→⇐（【［＊(*[]/.test(rest)
  if (!marked && !japanese.test(rest)) return ''
  // A round bracket opened in ASCII and closed behind Japanese words is the remark's own: Abc123(8桁).
  const opened = /^(.+?)[([]/.exec(head)?.[1]
  if (gap === '' && opened && !/[)\]]/.test(head.slice(opened.length)) && japanese.test(rest)) return opened
  return (gap !== '' || marked) && head.length >= 4 ? head : ''
}

function oddity(raw: string): DoubtReason {
  if (invisible.test(raw) || control.test(raw)) return 'invisible'
  if (/\s/.test(raw)) return 'inner-blank'
  if (/[\uff01-\uff5e]/.test(raw)) return 'full-width'
  return /^[\x21-\x7e]+$/.test(plainSigns(raw)) ? 'look-alike' : 'not-ascii'
}

function otherForms(raw: string): readonly Reading[] {
  const seen = withoutInvisible(raw).replace(new RegExp(control, 'g'), '')
  const first = /^\S+/.exec(raw)?.[0] ?? ''
  const blanks = /\s/.test(raw.trim())
  return [
    ...(seen === raw ? [] : [{ label: 'without-invisible' as const, value: seen }]),
    ...(halfWidth(raw) === raw ? [] : [{ label: 'half-width' as const, value: halfWidth(raw) }]),
    ...(plainSigns(raw) === raw ? [] : [{ label: 'plain-signs' as const, value: plainSigns(raw) }]),
    ...(blanks
      ? [
          { label: 'without-blanks' as const, value: raw.replace(/\s+/g, '') },
          { label: 'first-of-several' as const, value: first },
        ]
      : []),
  ]
}
