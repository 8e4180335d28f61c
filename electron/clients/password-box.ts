import type { Result } from '../../shared/base/result.ts'

/** What came out of a box: the bytes that were put in, and the description they were put in with. */
export interface OpenedBox {
  readonly bytes: Uint8Array
  readonly description: string
}

/**
 * Windows's data protection (DPAPI: CryptProtectData and CryptUnprotectData), for the user who is logged in, without entropy and without
 * asking anybody (CRYPTPROTECT_UI_FORBIDDEN). It boxes bytes; what the bytes and the description are is the caller's (`shared/client/outlook/stored-password`).
 *
 * Both refuse as `client-no-key`, `reason` one of `other-user` (the box opens for another user or PC only, or is damaged: Windows does not
 * tell which), `refused` (Windows boxes nothing for this user: a profile of the moment, for instance) and `not-here` (no such thing on this
 * system). Never assert on a box's bytes: Wine's differ from Windows's.
 */
export interface PasswordBox {
  /** Nothing of `bytes` stays behind in the answer or elsewhere. */
  protect(bytes: Uint8Array, description: string): Promise<Result<Uint8Array>>
  unprotect(box: Uint8Array): Promise<Result<OpenedBox>>
}
