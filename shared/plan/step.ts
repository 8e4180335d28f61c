import { stepId } from '../base/ids.ts'
import { realm, secretRef } from '../base/secret.ts'
import { z } from '../base/zod.ts'
import { accountEdit } from '../client/mail-client.ts'
import { endpoint } from '../mail/endpoint.ts'

/** How a step can be taken back: by the program, by a person at the provider, or there is nothing to take back. */
export const undoKind = z.enum(['automatic', 'by-hand', 'none'])

const base = { id: stepId, lane: z.string(), undo: undoKind }
const doors = { incoming: endpoint.nullable(), outgoing: endpoint.nullable(), userName: z.string() }

/**
 * One password at its provider, and where a live sign-in tells which one is in force: at the mailbox's `doors`, or (`proof: portal`) at the
 * member site. `login` and `loginSecret` open the site; `loginSecret` null: the password that is to be changed does. `address` null: it
 * belongs to no mailbox.
 */
const subject = {
  provider: z.string(),
  realm,
  address: z.string().nullable(),
  current: secretRef,
  loginSecret: secretRef.nullable(),
  proof: z.enum(['mail', 'portal']),
  doors: z.strictObject(doors).nullable(),
}
/** `signIn`: whose sign-in opens the site; with provider and realm it names the change in the catalogue. */
const site = { signIn: realm, startUrl: z.string(), login: z.string(), attended: z.boolean() }

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

/**
 * Signs in with the old password before a change of which the provider allows so few that none may be wasted on a wrong one. A refusal ends
 * the lane while nothing has been changed.
 */
export const proveOld = z.strictObject({ ...base, kind: z.literal('prove-old'), input: z.strictObject({ ...subject, ...site }) })

/** The one irreversible act of the road, and the live sign-in that tells what it came to. */
export const changePortal = z.strictObject({
  ...base,
  kind: z.literal('change-portal'),
  input: z.strictObject({
    ...subject,
    ...site,
    recipe: z.strictObject({ id: z.string(), version: z.string() }),
    next: secretRef,
  }),
})

/**
 * The same change by the person's own hand, told line by line (by this provider's own words for the realm, else by the recipe of its
 * change) and proved by a live sign-in. `signIn` names that change; null: nobody has described one. `login` null: the papers do not say
 * who signs in at the site.
 */
export const guideChange = z.strictObject({
  ...base,
  kind: z.literal('guide-change'),
  input: z.strictObject({
    ...subject,
    signIn: realm.nullable(),
    url: z.string().nullable(),
    login: z.string().nullable(),
    next: secretRef,
  }),
})

/**
 * A forgotten password set anew behind the link that the provider has sent (`Recovery.link`), and a sign-in with it. The link is asked for and
 * kept nowhere; it must begin with one of `links`. `current` only names the forgotten password: nobody holds it.
 */
export const resetPortal = z.strictObject({
  ...base,
  kind: z.literal('reset-portal'),
  input: z.strictObject({
    provider: z.string(),
    recovery: z.string(),
    realm,
    address: z.null(),
    login: z.string(),
    startUrl: z.string(),
    links: z.array(z.string()).min(1),
    current: secretRef,
    next: secretRef,
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
  proveOld,
  changePortal,
  guideChange,
  resetPortal,
  probeServers,
  rewriteClient,
  proveClient,
  roundTripStep,
  proveOldDead,
])
export type Step = Readonly<z.infer<typeof step>>
export type StepKind = Step['kind']

/** Is this the step of its lane behind which another password is in force? */
export const changesPassword = (step: Step): step is StepOf<'change-portal' | 'guide-change' | 'reset-portal'> =>
  step.kind === 'change-portal' || step.kind === 'guide-change' || step.kind === 'reset-portal'

export type StepOf<K extends StepKind> = Extract<Step, { kind: K }>
