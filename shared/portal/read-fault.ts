import { foldWords, placeOf } from './fold-words.ts'
import { textsOf } from './recognise-page.ts'
import type { PageView } from './page-view.ts'
import type { Fault, FaultCode, Recipe } from './recipe.ts'
import { commonFaults } from './site-words.ts'

/** How far the visit has come: some words mean a refusal only after an act. `sent`: a password was handed in on a page before the commit. */
export type Stage = 'before' | 'sign-in' | 'sent' | 'commit'

/** A problem the page speaks of, with the sentence that says so (it may hold secrets: redact before it goes anywhere). */
export interface ToldFault {
  readonly code: FaultCode
  readonly sentence: string
}

/** Words of notices that stand there on good days too: a notice is no fault. */
const notices = /(?:と|場合|際|とき|時|ますので|のでご|可能性)|予定|お知らせ|ご注意|未然|q\.|\?$/
/** What is so now is no notice, though a notice's words stand in it: 「ただいまの時間はメンテナンス中のためログインできません」. */
const happening =
  /(?:ました|ています|ております|中です|変更できません|実施できません|経過していません|変更することはできません)[。.!]?$|(?:ただいま|只今|現在|中のため|中につき)(?!.*予定).*(?:ません|ない)[。.!]?$/
const notWhenNoticed: readonly FaultCode[] = [
  'portal-locked',
  'portal-maintenance',
  'portal-session-expired',
  'portal-limit-reached',
]

/** 「入力内容に誤りがある場合、…」 stands on good days: what is said only of a case has not happened. 「…場合があります」 says that it may have. */
const onlyIf = /^\p{Script=Hiragana}{0,6}(?:場合(?!が(?:あ|ご))|とき|際)/u
/** A maintenance told with its day and hours. Where a password can be typed, it is not now: the words announce it. */
const atHours = /\d{1,2}[月/]\d{1,2}.*\d{1,2}[:時].*(?:[~〜-]|から|より).*\d{1,2}[:時]/

/** What only a change can be told: of a sign-in the same words (パスワードが一致しません) say that it was refused. */
const ofChange: readonly FaultCode[] = ['portal-rule-refused', 'portal-old-password-refused', 'portal-refused']

/** A site that asks back before it changes refuses a password where it is handed in: the same words then mean the same. */
const counts = (fault: Fault, stage: Stage): boolean =>
  fault.after === undefined
    ? stage !== 'sign-in' || !ofChange.includes(fault.code)
    : fault.after === (stage === 'sent' ? 'commit' : stage)

/** Cuts a text into sentences, so that a notice does not colour what stands beside it. */
const sentences = (text: string): readonly string[] =>
  text
    .split(/(?<=[。！!？?])|\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** Do the fault's words stand here as something that is so? */
const speaksOf = (fault: Fault, folded: string): boolean =>
  fault.words.some((words) => {
    const place = placeOf(folded, words)
    return place !== null && !onlyIf.test(folded.slice(place[1]))
  })

/**
 * What problem an unexpected page tells of: the recipe's own words first, then those common to member sites. `known`: texts that
 * stood on an earlier page of this visit in the same words are standing notices and are passed over. Null: it tells of none.
 */
export function readFault(
  recipe: Pick<Recipe, 'faults'>,
  view: PageView,
  stage: Stage,
  known: ReadonlySet<string> = new Set(),
): ToldFault | null {
  const said = textsOf(view)
    .flatMap(sentences)
    .map((sentence) => ({ sentence, folded: foldWords(sentence) }))
  const fresh = said.filter((one) => !known.has(one.folded))
  // The whole text too: a site may cut one sentence over several elements.
  const whole = view.blocks
    .map((block) => ({ sentence: block.text.trim(), folded: foldWords(block.text) }))
    .filter((one) => !known.has(one.folded))
  // Work announced for some day refuses nobody today: 「【お知らせ】メンテナンスのため、11月30日はログインできません」.
  const announced = new Set<string>()
  const open = view.controls.some((control) => control.kind === 'password')
  for (const fault of [...recipe.faults, ...commonFaults]) {
    if (!counts(fault, stage)) continue
    for (const { sentence, folded } of [...fresh, ...whole]) {
      if (announced.has(folded) || !speaksOf(fault, folded)) continue
      const noticed = notices.test(folded.slice(0, -1)) || (open && atHours.test(folded))
      if (notWhenNoticed.includes(fault.code) && noticed && !happening.test(folded)) {
        if (fault.code === 'portal-maintenance') announced.add(folded)
        continue
      }
      return { code: fault.code, sentence: sentence.slice(0, 300) }
    }
  }
  return null
}

/** The folded sentences of a page, to be known as standing notices later in the visit. */
export const noticesOf = (view: PageView): readonly string[] => [
  ...textsOf(view).flatMap(sentences).map(foldWords),
  ...view.blocks.map((block) => foldWords(block.text)),
]
