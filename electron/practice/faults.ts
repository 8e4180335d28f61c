import { z } from '../../shared/base/zod.ts'

/** Everything that can be made to go wrong, by name. The first group happens on the member site, the second at the mail servers. */
export const portalFaults = [
  'sign-in-refused',
  'locked',
  'maintenance',
  'slow',
  'session-expired',
  'error-with-effect',
  'error-without-effect',
  'success-without-effect',
  'cut-with-effect',
  'cut-without-effect',
  'changed-heading',
  'changed-button',
  'changed-label',
  'changed-menu',
  'doubled-button',
  'limit-reached',
  'rule-refused',
  'old-password-refused',
] as const
export const mailFaults = ['mail-refused', 'mail-temporary', 'mail-slow-down', 'mail-slow', 'mail-delayed'] as const
/** The site confirms a change and goes on taking the old password for a while: seen by whoever signs in afterwards. */
export const lateFaults = ['portal-delayed'] as const

export const faultName = z.enum([...portalFaults, ...mailFaults, ...lateFaults])
export type FaultName = z.infer<typeof faultName>

/**
 * One thing that goes wrong from now on. `once`: only the next time. `seconds`: how slow or how late (`slow`, `mail-slow`,
 * `mail-delayed`, `portal-delayed`). `at`: only on the page of this name (`session-expired` without it: on the page `form`). `user`: only for this user name.
 */
export const fault = z.strictObject({
  name: faultName,
  once: z.boolean().optional(),
  seconds: z.number().min(0).max(600).optional(),
  at: z.string().optional(),
  user: z.string().optional(),
})
export type Fault = Readonly<z.infer<typeof fault>>

/** Where a fault might strike: the page being asked for and who asks. */
export interface Spot {
  readonly page?: string | undefined
  readonly user?: string | undefined
}

/** The faults in force. `strike` answers the fault that applies at a spot and uses it up when it was meant once. */
export interface FaultBoard {
  readonly set: (fault: Fault) => void
  /** Without a name: all of them. */
  readonly clear: (name?: FaultName) => void
  readonly strike: (name: FaultName, spot?: Spot) => Fault | null
  /** The same question without using anything up. */
  readonly standing: () => readonly Fault[]
}

/** An empty board, or one with faults from the start. Setting a name again replaces the earlier fault of that name, page and user. */
export function makeFaultBoard(first: readonly Fault[] = []): FaultBoard {
  let faults: readonly Fault[] = []
  const set = (given: Fault): void => {
    const next = given.name === 'session-expired' ? { at: 'form', ...given } : given
    faults = [...faults.filter((old) => old.name !== next.name || old.at !== next.at || old.user !== next.user), next]
  }
  first.forEach(set)
  return {
    set,
    clear(name) {
      faults = name === undefined ? [] : faults.filter((old) => old.name !== name)
    },
    strike(name, spot = {}) {
      const found = faults.find(
        (one) =>
          one.name === name &&
          (one.at === undefined || one.at === spot.page) &&
          (one.user === undefined || one.user === spot.user),
      )
      if (found?.once) faults = faults.filter((one) => one !== found)
      return found ?? null
    },
    standing: () => faults,
  }
}
