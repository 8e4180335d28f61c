import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { JSHandle, Page } from 'playwright-core'
import { errnoOf } from '../../shared/base/errno.ts'
import type { Secret } from '../../shared/base/secret.ts'
import { findSecrets, holdsSecret, type Stretch } from '../../shared/portal/find-secrets.ts'
import { orNull } from './look-at-page.ts'
import { maskScript } from './page-script.ts'

interface Order {
  readonly stretches: readonly Stretch[]
  readonly elements: readonly number[]
}
interface Mask {
  readonly texts: readonly string[]
  readonly strings: readonly string[]
}
interface MaskTools {
  readonly mask: Mask
  readonly apply: (mask: Mask, order: Order) => void
  readonly restore: (mask: Mask) => void
}
type FrameMask = JSHandle<MaskTools>

/** What has to be covered in a frame now. */
async function toCover(handle: FrameMask, secrets: readonly Secret[]): Promise<Order> {
  const { texts, strings } = await handle.evaluate(({ mask }) => ({ texts: mask.texts, strings: mask.strings }))
  const elements = strings.flatMap((text, number) => (text === '\0' || holdsSecret(text, secrets) ? [number] : []))
  return { stretches: findSecrets(texts, secrets), elements }
}

/** Does any frame still show a secret as text? Elements are covered by style, so only texts can be told afterwards. */
async function showsSecret(page: Page, secrets: readonly Secret[], covered: number): Promise<boolean> {
  if (page.frames().length !== covered) return true
  for (const frame of page.frames()) {
    const handle = await frame.evaluateHandle<MaskTools>(maskScript)
    const { stretches } = await toCover(handle, secrets)
    await handle.dispose()
    if (stretches.length > 0) return true
  }
  return false
}

async function maskAndShoot(page: Page, secrets: readonly Secret[]): Promise<Buffer | null> {
  const masks: FrameMask[] = []
  try {
    for (const frame of page.frames()) {
      const handle = await frame.evaluateHandle<MaskTools>(maskScript)
      masks.push(handle)
      const order = await toCover(handle, secrets)
      await handle.evaluate(({ mask, apply }, order) => apply(mask, order), order)
    }
    const frames = masks.length
    if (await showsSecret(page, secrets, frames)) return null
    const picture = await page.screenshot({ type: 'png', fullPage: true, animations: 'allow', caret: 'initial', timeout: 8_000 })
    // A script may have written meanwhile: then the picture is not kept.
    return (await showsSecret(page, secrets, frames)) ? null : picture
  } finally {
    for (const handle of masks) await orNull(handle.evaluate(({ mask, restore }) => restore(mask)))
  }
}

/**
 * Takes a picture of the page with every password field and every text that holds a known secret covered beforehand, and writes
 * it (mode 0600) into the folder. Returns the file's name, or null: when covering or shooting does not work, there is no picture.
 */
export async function takePicture(
  page: Page,
  secrets: readonly Secret[],
  folder: string | null,
  name: string,
): Promise<string | null> {
  if (folder === null) return null
  const picture = await orNull(maskAndShoot(page, secrets), 15_000)
  if (!picture) return null
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(path.join(folder, `${name}.png`), picture, { mode: 0o600, flag: 'wx' })
    return `${name}.png`
  } catch (error) {
    // A full disk or a folder that is gone costs the picture, not the visit: behind the commit nothing may break it off.
    if (errnoOf(error) === null) throw error
    return null
  }
}
