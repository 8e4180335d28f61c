import type { ElementHandle, Frame, JSHandle, Page } from 'playwright-core'
import type { PageView, SeenBlock, SeenControl, SeenPair } from '../../shared/portal/page-view.ts'
import { lookScript } from './page-script.ts'

/** One look at one window: what a person sees, and the elements behind the controls. Valid until the page changes. */
export interface Look {
  readonly page: Page
  readonly view: PageView
  /** The element behind a control of this look; null when it is gone. */
  element(control: SeenControl): Promise<ElementHandle | null>
}

interface FrameView {
  readonly title: string
  readonly blocks: readonly Omit<SeenBlock, 'frame'>[]
  readonly controls: readonly Omit<SeenControl, 'frame' | 'at'>[]
  readonly pairs: readonly SeenPair[]
}
interface FrameSeen {
  readonly view: FrameView
  readonly elements: readonly object[]
}
type FrameLook = JSHandle<FrameSeen>

const patience = 5_000

/** The promise's value, or null when it fails or does not come within the time. */
export async function orNull<T>(promise: Promise<T>, ms: number = patience): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms)
  })
  const value = await Promise.race([promise.catch(() => null), late])
  clearTimeout(timer)
  return value
}

async function isShown(frame: Frame): Promise<boolean> {
  for (let at: Frame | null = frame; at && at.parentFrame(); at = at.parentFrame()) {
    const box = await (await at.frameElement()).boundingBox()
    if (!box || box.width < 2 || box.height < 2) return false
  }
  return true
}

/**
 * Looks at a window with all its visible frames. Null when it cannot be looked at now (a frame is just loading): try again.
 * `status` and `said` are what the caller knows of the document's answer and of script dialogs.
 */
export async function lookAtPage(page: Page, status: number | null, said: readonly string[]): Promise<Look | null> {
  const looks: { readonly handle: FrameLook; readonly view: FrameView }[] = []
  for (const frame of page.frames()) {
    const shown = frame === page.mainFrame() || (await orNull(isShown(frame)))
    if (shown === null) return null
    if (!shown) continue
    const handle = await orNull(frame.evaluateHandle<FrameSeen>(lookScript))
    const view = handle && (await orNull(handle.evaluate((look) => look.view)))
    if (!handle || !view) return null
    looks.push({ handle, view })
  }
  const owners: { readonly handle: FrameLook; readonly at: number }[] = []
  const controls = looks.flatMap(({ handle, view }, frame) =>
    view.controls.map((control, at) => {
      owners.push({ handle, at })
      return { ...control, frame, at: owners.length - 1 }
    }),
  )
  const view: PageView = {
    titles: looks.map((look) => look.view.title).filter((title) => title.trim() !== ''),
    blocks: looks.flatMap((look, frame) => look.view.blocks.map((block) => ({ ...block, frame }))),
    controls,
    pairs: looks.flatMap((look) => look.view.pairs),
    status,
    said,
  }
  const element = async (control: SeenControl): Promise<ElementHandle | null> => {
    const owner = owners[control.at]!
    const found = await orNull(owner.handle.evaluateHandle((look, at) => look.elements[at] ?? null, owner.at))
    return (found?.asElement() as ElementHandle | null | undefined) ?? null
  }
  return { page, view, element }
}
