import { z } from '../../shared/base/zod.ts'

/** What the keyring process is asked, in order; one answer for all. Travels over its standard input only, never as an argument. */
export const keyringOrder = z.strictObject({
  service: z.string(),
  account: z.string(),
  acts: z.array(z.union([z.strictObject({ set: z.string() }), z.enum(['get', 'delete'])])),
})
export type KeyringOrder = Readonly<z.infer<typeof keyringOrder>>

/** `found`: what the last `get` came back with. `error`: the system's own words, not yet looked through for secrets. */
export const keyringAnswer = z.union([z.strictObject({ found: z.string().nullable() }), z.strictObject({ error: z.string() })])
export type KeyringAnswer = Readonly<z.infer<typeof keyringAnswer>>
