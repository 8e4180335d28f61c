import type { SecretRef } from '../base/secret.ts'

/** The name of the password that shall be in force after the run. */
export const nextRef = (ref: SecretRef): SecretRef => ({ ...ref, which: 'new' })
