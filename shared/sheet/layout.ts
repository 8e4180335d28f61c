import { realm } from '../base/secret.ts'
import { z } from '../base/zod.ts'

/** What a place on a sheet means. `other` is read so that it is taken for nothing else (接続パスワード beside パスワード). */
export const fieldName = z.enum([
  'customerName',
  'customerAddress',
  'memberNumber',
  'memberId',
  'registeredOn',
  'issuedOn',
  'userName',
  'password',
  'address',
  'incomingHost',
  'outgoingHost',
  'mailHost',
  'incomingPort',
  'outgoingPort',
  'url',
  'other',
])
export type FieldName = z.infer<typeof fieldName>

/**
 * How a value looks and how freely it may be brought to one spelling. `text` stays as written; `code`, `user`, `address`, `host`, `port`
 * and `date` are folded to half width; a `secret` is never touched. `none`: a label that only heads others.
 */
export const valueKind = z.enum(['text', 'code', 'user', 'secret', 'address', 'host', 'port', 'date', 'url', 'none'])
export type ValueKind = z.infer<typeof valueKind>

/**
 * One labelled place. Spellings need not list blanks, full-width forms, brackets, long-vowel marks, item numbers: all are ignored
 * when labels are compared. `spareLabels` count only where none of `labels` gave a value (ID, E-mail: words that also stand in a mail's footer).
 * `also`: the value is these fields, too (お客様番号 is the login and the member number). `protocol` goes with `incomingHost` (pop3 when silent). `pattern`: a regular expression the whole folded value has to match.
 * `unlabelled`: one for a line below the paper's title that is this value without any label (〇〇株式会社); any labelled value goes before it.
 */
export const layoutField = z.strictObject({
  field: fieldName,
  kind: valueKind,
  labels: z.array(z.string().min(1)).min(1),
  spareLabels: z.array(z.string().min(1)).optional(),
  also: z.array(fieldName).optional(),
  protocol: z.enum(['pop3', 'imap']).optional(),
  pattern: z.string().optional(),
  unlabelled: z.string().optional(),
})
export type LayoutField = Readonly<z.infer<typeof layoutField>>

/**
 * A part of the paper. `headings` begin it (`{n}` stands for a number: 電子メール{n}); a part without headings is where the paper begins.
 * `many`: each heading, or each return of its first field, begins another one. `opens`: the realms its user name and password open together.
 * `mailbox`: it describes one. `userNameFrom` says where the mail login comes from when no field prints it.
 */
export const layoutSection = z.strictObject({
  id: z.string().min(1),
  headings: z.array(z.string().min(1)),
  /** A value standing right behind the heading belongs to this field (追加メールアドレス1 : taro@…). */
  carries: fieldName.optional(),
  many: z.boolean(),
  mailbox: z.boolean(),
  opens: z.array(realm),
  userNameFrom: z.enum(['field', 'address', 'local-part']),
  fields: z.array(layoutField).min(1),
})
export type LayoutSection = Readonly<z.infer<typeof layoutSection>>

/**
 * How one kind of sheet is understood, as data. It is recognised by a title line, or, where the title was not pasted along, by one of the
 * `clues` together with a label for every field in `needs`. `instructions` are phrases that stand where a value should and are none.
 */
export const layout = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  titles: z.array(z.string().min(1)).min(1),
  clues: z.array(z.string().min(1)),
  needs: z.array(fieldName).min(1),
  sections: z.array(layoutSection).min(1),
  instructions: z.array(z.string().min(1)),
})
export type Layout = Readonly<z.infer<typeof layout>>
