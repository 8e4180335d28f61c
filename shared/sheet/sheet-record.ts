import type { Meaning, Token } from './find-labels.ts'
import type { Layout, LayoutField, LayoutSection } from './layout.ts'
import type { OtherCut } from './cut-value.ts'
import type { DoubtReason } from './sheet-accounts.ts'
import type { Place } from './sheet-text.ts'

/** What stands for one field, exactly as on the paper but for the blanks around it. Empty: the label is there and nothing stands behind it. */
export interface FoundValue {
  readonly field: LayoutField
  readonly raw: string
  readonly place: Place
  readonly spare: boolean
  /** What is doubtful about where the value begins or ends; `others` are the other ways to cut it. */
  readonly doubt: DoubtReason | null
  readonly others: readonly OtherCut[]
}

/** One filled part of a paper: the card, or one slot of a list. `titled`: the paper's title stood above it. */
export interface SheetRecord {
  readonly layout: Layout
  readonly section: LayoutSection
  readonly titled: boolean
  readonly number: number | null
  readonly headed: boolean
  readonly values: FoundValue[]
}

/** Where on the paper the reading stands: its part, and the records begun so far. */
export interface Standing {
  layout: Layout | null
  section: LayoutSection | null
  titled: Layout | null
  readonly records: SheetRecord[]
  readonly open: Map<LayoutSection, SheetRecord>
  /** Parts for which a second title was met: the next field already filled begins another record. */
  readonly again: Set<LayoutSection>
}

/** Goes to the part a title or heading begins; a numbered heading begins another record. */
export function takeHeading(state: Standing, token: Token): void {
  const meaning = token.means.find((one) => one.layout === state.layout) ?? token.means[0]!
  state.layout = meaning.layout
  state.section = meaning.section
  if (token.kind === 'title') {
    if (state.titled) for (const section of meaning.layout.sections) state.again.add(section)
    state.titled = meaning.layout
    return
  }
  if (meaning.section.many || !state.open.has(meaning.section)) openRecord(state, meaning, token.number, true)
}

/** Begins another record of a part. */
export function openRecord(
  state: Standing,
  meaning: { layout: Layout; section: LayoutSection },
  number: number | null,
  headed: boolean,
): SheetRecord {
  const record: SheetRecord = {
    layout: meaning.layout,
    section: meaning.section,
    titled: state.titled === meaning.layout,
    number,
    headed,
    values: [],
  }
  state.records.push(record)
  state.open.set(meaning.section, record)
  state.again.delete(meaning.section)
  return record
}

// Ports that only one of the two doors has.
const incomingPort = /^\D*(?:110|995|143|993)(?!\d)/

/** A bare 「ポート番号」 may mean either door: its number tells, and where it does not, the outgoing one is meant, whose port sheets print. */
function byPort(labels: readonly Meaning[], raw: string): readonly Meaning[] {
  const doors = labels.filter(({ field }) => field!.field === 'incomingPort' || field!.field === 'outgoingPort')
  const meant = incomingPort.test(raw.normalize('NFKC')) ? 'incomingPort' : 'outgoingPort'
  return doors.length === labels.length ? doors.filter(({ field }) => field!.field === meant) : labels
}

/** Which of a label's meanings holds here, and the record its value belongs to. `raw` is what stands behind it, where that is known. */
export function placeFor(state: Standing, token: Token, raw = ''): { readonly meaning: Meaning; readonly record: SheetRecord } {
  const named = token.means.filter((one) => one.field !== null)
  const chosen = byPort(named, raw)
  const labels = chosen.length > 0 ? chosen : named
  const meaning =
    labels.find((one) => one.section === state.section) ?? labels.find((one) => one.layout === state.layout) ?? labels[0]!
  if (meaning.layout === state.layout) state.section = meaning.section
  return { meaning, record: recordFor(state, meaning.section, meaning.field!, token.number, meaning.layout) }
}

/**
 * The record of a part that a field belongs to. Without headings to tell, a part that may repeat begins anew when its first field comes back;
 * any other field met twice stays in the same record, where the two contradict each other.
 */
export function recordFor(
  state: Standing,
  section: LayoutSection,
  field: LayoutField,
  number: number | null,
  layout = state.layout!,
): SheetRecord {
  const open = state.open.get(section)
  const meaning = { layout, section }
  if (!open) return openRecord(state, meaning, number, false)
  const filled = open.values.some((value) => value.field.field === field.field)
  if (state.again.has(section) && filled) return openRecord(state, meaning, number, false)
  if (!section.many || open.headed) return open
  if (number !== null && open.number !== number) {
    const same = state.records.findLast((record) => record.section === section && record.number === number)
    return same ?? openRecord(state, meaning, number, false)
  }
  return number === null && filled && open.values[0]!.field.field === field.field ? openRecord(state, meaning, null, false) : open
}
