import type { VaultCost } from '../../electron/store/sealed-box.ts'

/** A key in a millisecond instead of a fifth of a second: a suite's passphrase guards nothing, and some hundred vaults are opened. */
export const vaultCost: VaultCost = { chosen: 2 ** 10, least: 2 ** 10 }
