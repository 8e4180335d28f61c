import type { Result } from '../base/result.ts'
import type { StopSignal } from '../base/stop.ts'
import { z } from '../base/zod.ts'

/** Where a piece of text stands in the source: line and column count from 1, as an editor shows them. */
export const place = z.strictObject({ line: z.int().positive(), column: z.int().positive(), length: z.int().nonnegative() })
export type Place = Readonly<z.infer<typeof place>>

/** What every reader delivers, whatever the paper was: lines of text with their places. Passwords are in here: never store it. */
export interface SheetText {
  readonly file: string
  /** SHA-256 of the source's bytes, hex. */
  readonly sha256: string
  /** How the characters were obtained: `text` is certain, `ocr` never is. */
  readonly origin: 'text' | 'ocr'
  readonly encoding: string
  readonly lines: readonly string[]
}

/** Reads one kind of file. First that accepts wins. */
export interface SheetReader {
  readonly kind: string
  accepts(file: string, head: Uint8Array): boolean
  read(file: string, bytes: Uint8Array, stop: StopSignal): Promise<Result<SheetText>>
}
