import { z } from '../base/zod.ts'

const step = z.looseObject({ kind: z.string(), input: z.looseObject({}) })
const mailbox = z.looseObject({})
const version1 = z.looseObject({
  version: z.literal(1),
  provider: z.string(),
  sheet: z.looseObject({}),
  mailboxes: z.array(mailbox),
  steps: z.array(step),
})

/** Until version 2 the password to be changed was also the one that opened the site, and the mail servers told what came of it. */
const changeBefore = { signIn: 'mail', loginSecret: null, proof: 'mail' } as const

/**
 * A plan as version 2 reads it. Version 1 knew one paper of one provider and mailboxes only; what else it lacks follows from that.
 * Anything else is given back as it is, for the schema to judge.
 */
export function asVersion2(given: unknown): unknown {
  const old = version1.safeParse(given)
  if (!old.success) return given
  const { provider, sheet, mailboxes, steps, ...rest } = old.data
  return {
    ...rest,
    version: 2,
    sheets: [{ provider, ...sheet }],
    mailboxes: mailboxes.map((one) => ({ provider, notBefore: null, ...one })),
    logins: [],
    untouched: [],
    settled: [],
    steps: steps.map((one) => (one.kind === 'change-portal' ? { ...one, input: { ...changeBefore, ...one.input } } : one)),
  }
}
