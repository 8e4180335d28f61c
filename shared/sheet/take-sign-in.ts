import { collectField, collectSecret, needed, asDoubts, type Source } from './collect-field.ts'
import type { LayoutSection } from './layout.ts'
import type { Doubt, SheetSignIn } from './sheet-accounts.ts'
import type { SheetRecord } from './sheet-record.ts'

/**
 * The records of each pair that opens something and no mailbox. A part that a paper has once is one pair, however often it is met (a quoted
 * copy): where the copies differ they contradict each other.
 */
export function signInRecords(records: readonly SheetRecord[]): readonly (readonly SheetRecord[])[] {
  const groups = new Map<LayoutSection | SheetRecord, SheetRecord[]>()
  for (const record of records.filter(({ section }) => !section.mailbox && section.opens.length > 0)) {
    const key = record.section.many ? record : record.section
    groups.set(key, [...(groups.get(key) ?? []), record])
  }
  return [...groups.values()]
}

/**
 * One such pair with its questions. Where the paper has a place for either half, the lack of the other is a question; that of a connection is
 * none, since nothing here signs in with it.
 */
export function takeSignIn(
  records: readonly SheetRecord[],
  source: Source,
): { readonly signIn: SheetSignIn; readonly doubts: readonly Doubt[] } {
  const { id, opens, fields } = records[0]!.section
  const term = (name: string): string => fields.find(({ field }) => field === name)?.labels[0] ?? name
  const userName = collectField(records, ['userName'], source)
  const password = collectSecret(records, ['password'], source)
  const named = userName.found !== null || password.found !== null
  const asked = named && opens.some((realm) => realm !== 'connection')
  return {
    signIn: { section: id, realms: opens, userName: userName.field, password: password.field },
    doubts: asked
      ? [...needed('userName', term('userName'), userName), ...needed('password', term('password'), password)]
      : [...asDoubts('userName', userName.doubt), ...asDoubts('password', password.doubt)],
  }
}
