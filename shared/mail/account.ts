import { realm, secretRef } from '../base/secret.ts'
import { z } from '../base/zod.ts'
import { endpointHint } from './endpoint.ts'

/** What opens a member site: one login name, and the secret that goes with it. */
export const portalLogin = z.strictObject({ name: z.string().min(1), realms: z.array(realm).min(1), secret: secretRef })
export type PortalLogin = Readonly<z.infer<typeof portalLogin>>

/**
 * One mailbox: its address, and which name and which secret opens which door. Passwords are references: the values are
 * in the vault and in no schema.
 */
export const account = z.strictObject({
  address: z.string().min(3),
  userName: z.string().min(1),
  password: secretRef,
  login: portalLogin.nullable(),
  incoming: z.array(endpointHint),
  outgoing: z.array(endpointHint),
  customerName: z.string().nullable(),
  memberNumber: z.string().nullable(),
})
export type Account = Readonly<z.infer<typeof account>>
