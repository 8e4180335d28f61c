/** Where a label stands to its control; decides how much it weighs. */
export type LabelPlace = 'own' | 'row' | 'column' | 'beside' | 'above' | 'placeholder' | 'title' | 'section' | 'group'

/** A piece of text that may name a control. `far`: other lines of text lie between. */
export interface SeenLabel {
  readonly place: LabelPlace
  readonly text: string
  readonly far?: boolean
}

/** One visible control, as a person could use it. What has been typed into it is never part of this. */
export interface SeenControl {
  /** Number in the list of this look; the doer keeps the element under it. */
  readonly at: number
  readonly frame: number
  readonly kind: 'text' | 'password' | 'select' | 'radio' | 'checkbox' | 'press'
  readonly labels: readonly SeenLabel[]
  /** Number of the form it belongs to within its frame; null: none. */
  readonly form: number | null
  /** Its place in the tree: child numbers from the top. */
  readonly trail: readonly number[]
  /** Texts of the containers around it that could be its row, innermost first. */
  readonly rows: readonly string[]
  /** Headings, legends, captions it stands under, nearest first; for what is pressed the words of its table row before them. */
  readonly sections: readonly string[]
  /** Can be used now: not disabled, not read-only. */
  readonly usable: boolean
  /** Two links with the same target are one control to a person. Null: cannot tell. */
  readonly target: string | null
}

/** A run of text between block boundaries, outside links and buttons. `lines`: the same, cut at line breaks. */
export interface SeenBlock {
  readonly frame: number
  readonly text: string
  readonly lines: readonly string[]
  readonly heading: boolean
}

/** A label with the text that stands to it as its value (th/td, dt/dd, `label: value`). */
export interface SeenPair {
  readonly label: string
  readonly text: string
}

/** What a person sees in one window, all frames together. It may hold secrets the site shows: never store it. */
export interface PageView {
  readonly titles: readonly string[]
  readonly blocks: readonly SeenBlock[]
  readonly controls: readonly SeenControl[]
  readonly pairs: readonly SeenPair[]
  /** Of the main document; null when unknown. */
  readonly status: number | null
  /** Words of script dialogs since the last act. */
  readonly said: readonly string[]
}
