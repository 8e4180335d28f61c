import { foldValue, showsValue } from './fold-words.ts'

const addresses = /[a-z0-9._%+\-*•●]+@[a-z0-9.-]*[a-z0-9]/g
const dates = /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/g
/** Latin words beside an account's name that name no account. */
const common = new Set(
  'id,pw,password,pass,mail,e-mail,email,web,on,off,pop,pop3,imap,imap4,smtp,change,edit,set,select,delete,open,ok,no,yes'.split(
    ',',
  ),
)

const digits = (one: string): number => one.replace(/\D/g, '').length

/** What else in a text could name a row, being of the value's kind: addresses beside an address, numbers beside a number, names beside a name. */
function othersIn(text: string, value: string, own: readonly string[]): readonly string[] {
  const shown = own.reduce((left, words) => left.replaceAll(foldValue(words), ' '), foldValue(text))
  const want = foldValue(value)
  if (want.includes('@')) return (shown.match(addresses) ?? []).filter((one) => one !== want)
  const rest = shown.replace(addresses, ' ').replace(dates, ' ')
  if (!/[a-z]/.test(want)) {
    const numbers = rest.match(/\d(?:[\d-]*\d)?/g) ?? []
    return numbers.filter((one) => one !== want && digits(one) >= Math.max(3, digits(want) / 2))
  }
  const names = rest.match(/[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?/g) ?? []
  // 100MB, 60days: a size or a time.
  return names.filter(
    (one) => one !== want && one.length >= 3 && /[a-z]/.test(one) && !/^\d+[a-z]{1,4}$/.test(one) && !common.has(one),
  )
}

/**
 * The row of a control that shows the value, of the texts around it (innermost first); null where the value shown is that of a neighbour. A control
 * is the value's own only where nothing nearer names somebody else, and where the innermost text that shows the value shows it alone: a list in
 * which two are named belongs to neither, and to guess by order would be wrong where the buttons stand in front. `own`: the control's own words.
 */
export function rowOf(rows: readonly string[], value: string, own: readonly string[] = []): string | null {
  const at = rows.findIndex((row) => showsValue(row, value))
  const around = at < 0 ? [] : rows.slice(0, at + 1)
  return around.length > 0 && around.every((row) => othersIn(row, value, own).length === 0) ? around.at(-1)! : null
}
