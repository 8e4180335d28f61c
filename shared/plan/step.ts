import { stepId } from '../base/ids.ts'
import { realm, secretRef } from '../base/secret.ts'
import { z } from '../base/zod.ts'
import { accountEdit } from '../client/mail-client.ts'
import { endpoint } from '../mail/endpoint.ts'

/** How a step can be taken back: by the program, by a person at the provider, or there is nothing to take back. */
export const undoKind = z.enum(['automatic', 'by-hand', 'none'])

const base = { id: stepId, lane: z.string(), undo: undoKind }
const doors = { incoming: endpoint.nullable(), outgoing: endpoint.nullable(), userName: z.string() }

/** Puts every password of the run into the vault and reads it back, before anyone else hears of the new ones. */
export const keepSecrets = z.strictObject({
  ...base,
  kind: z.literal('keep-secrets'),
  input: z.strictObject({ refs: z.array(secretRef) }),
})

/** Goes to the server doors without name or password: a wrong host, a bad certificate or a dead line shows before the portal is touched. */
export const reachServers = z.strictObject({
  ...base,
  kind: z.literal('reach-servers'),
  input: z.strictObject({ address: z.string(), doors: z.array(endpoint) }),
})

/** Everything about the mail program that can be checked or copied without change: closed, unlocked, rehearsed, backed up. */
export const backUpClient = z.strictObject({
  ...base,
  kind: z.literal('back-up-client'),
  input: z.strictObject({ profile: z.string(), edit: accountEdit }),
})

/** The one irreversible act of the road, and the live sign-in that tells what it came to. */
export const changePortal = z.strictObject({
  ...base,
  kind: z.literal('change-portal'),
  input: z.strictObject({
    provider: z.string(),
    realm,
    recipe: z.strictObject({ id: z.string(), version: z.string() }),
    startUrl: z.string(),
    login: z.string(),
    address: z.string(),
    current: secretRef,
    next: secretRef,
    attended: z.boolean(),
    /** Where a live sign-in tells whether the change took effect. */
    doors: z.strictObject(doors),
  }),
})

/** Live sign-ins with the password that shall be in force. */
export const probeServers = z.strictObject({
  ...base,
  kind: z.literal('probe-servers'),
  input: z.strictObject({ address: z.string(), password: secretRef, ...doors }),
})

/** Rewrites the mail program's stored settings and password. `backup` names the step that copied them. */
export const rewriteClient = z.strictObject({
  ...base,
  kind: z.literal('rewrite-client'),
  input: z.strictObject({ profile: z.string(), edit: accountEdit, password: secretRef, backup: stepId }),
})

/** Live sign-ins with exactly what is read back from disk. */
export const proveClient = z.strictObject({
  ...base,
  kind: z.literal('prove-client'),
  input: z.strictObject({ profile: z.string(), edit: accountEdit, password: secretRef, backup: stepId }),
})

/** A message to oneself, fetched back. Only with consent. */
export const roundTripStep = z.strictObject({
  ...base,
  kind: z.literal('round-trip'),
  input: z.strictObject({ address: z.string(), password: secretRef, ...doors }),
})

/** One single sign-in with the old password, which shall be refused. Only with consent. */
export const proveOldDead = z.strictObject({
  ...base,
  kind: z.literal('prove-old-dead'),
  input: z.strictObject({ address: z.string(), old: secretRef, ...doors }),
})

export const step = z.discriminatedUnion('kind', [
  keepSecrets,
  reachServers,
  backUpClient,
  changePortal,
  probeServers,
  rewriteClient,
  proveClient,
  roundTripStep,
  proveOldDead,
])
export type Step = Readonly<z.infer<typeof step>>
export type StepKind = Step['kind']
export type StepOf<K extends StepKind> = Extract<Step, { kind: K }>
