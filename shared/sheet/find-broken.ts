import type { Reading } from './judged.ts'

// A name that ends so is whole; behind any other end the rest of it may follow.
const whole = /\.(?:jp|com|net|org|info|biz|example|test)$/i
const ornament = /^(?:[0-9]{1,2}|no)\.$/i
const label = /[a-z0-9-]+/.source

/** The word, or several, that stand before an address with nothing but blanks between: a blank may have fallen into its front part. */
function frontOf(before: string): string {
  const words = /(?:[^\s<>()[\]"'`,;:@|\\\u0080-\uffff]+\s+)+$/.exec(before)?.[0] ?? ''
  return /[0-9a-z]/i.test(words) ? words.replace(/\s+/g, '') : ''
}

/** The same before a server's name, where only a dot beside the blank tells: POP3 and other words stand there, too. */
function hostFrontOf(before: string): string {
  const labels = new RegExp(`(?:${label}\\s*\\.\\s*)+$`, 'i').exec(before)?.[0] ?? ''
  const front = labels.replace(/\s+/g, '')
  return /\s/.test(labels) && !ornament.test(front) ? front : ''
}

/** The ways on from a name's end over a blank: joined as they stand, or with a dot for the blank where only that makes a whole name. */
function endsOf(value: string, after: string): readonly string[] {
  let [end, at, spaced] = ['', 0, false]
  for (;;) {
    const found = new RegExp(`^(\\s*\\.\\s*|\\s+)(${label})(?![a-z0-9@_+-])`, 'i').exec(after.slice(at))
    const dot = found?.[1]!.includes('.')
    // Behind a whole name only a dot of its own goes on; a number there is a port.
    if (!found || (whole.test(value + end) && (!dot || /^[0-9]+$/.test(found[2]!)))) break
    const glued = `${end}${dot ? '.' : ''}${found[2]}`
    if (!dot && whole.test(`${value}${end}.${found[2]}`)) return [`${end}.${found[2]}`, glued]
    spaced ||= /\s/.test(found[1]!)
    end = glued
    at += found[0].length
  }
  return spaced ? [end] : []
}

/**
 * The ways to read an address or a server's name that a blank seems to have fallen into (`ta ro@…`, `popca. pikara.ne.jp`), the whole one
 * first, what was found as it stands last; null where nothing speaks for a blank inside. `text`: half width.
 */
export function brokenReadings(text: string, value: string, kind: 'address' | 'host'): readonly Reading[] | null {
  const [inside, sought] = [text.toLowerCase(), value.toLowerCase()]
  for (let at = inside.indexOf(sought); at >= 0; at = inside.indexOf(sought, at + sought.length)) {
    const front = (kind === 'address' ? frontOf : hostFrontOf)(text.slice(0, at))
    const ends = endsOf(value, text.slice(at + value.length))
    if (front === '' && ends.length === 0) continue
    const [end = '', other] = ends
    return [
      { label: 'without-blanks', value: `${front}${value}${end}` },
      ...(other === undefined ? [] : [{ label: 'plain-signs' as const, value: `${front}${value}${other}` }]),
      { label: 'first-of-several', value },
    ]
  }
  return null
}

/** Does the paper's line break off within this name (`taro@mvd.biglobe.` and no more)? */
export function breaksOff(text: string, value: string): boolean {
  const at = text.toLowerCase().lastIndexOf(value.toLowerCase())
  return at >= 0 && /^[.-]\s*$/.test(text.slice(at + value.length)) && !whole.test(value)
}
