import { kitWords } from '../../../shared/words/window/kit.ts'
import { useCall } from '../use-call.ts'
import { providerOf, useWindow } from '../window-state.ts'
import { Button } from './button.tsx'

interface PageButtonProps {
  /** Whose page it is, by the provider's id. */
  readonly provider: string
  readonly url: string
}

/**
 * Opens a provider's page in the person's own browser, wherever a sentence sends him there; the address stands beside it for a browser that does not
 * open. Nothing while a rehearsal runs: its sentences are about the practice site.
 */
export function PageButton({ provider, url }: PageButtonProps) {
  const { say, lang, about, practice } = useWindow()
  const open = useCall('openPage')
  if (practice !== null) return null
  const name = providerOf(about, provider)?.name[lang] ?? provider
  return (
    <div className="mt-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Button small busy={open.busy} onPress={() => void open.run({ provider, url })}>
          {say(kitWords.openPage, { provider: name })}
        </Button>
        <span className="font-mono text-[0.875rem] break-all">{url}</span>
      </div>
      <p role="status" className="font-bold">
        {open.problem && say(kitWords.openPageFailed)}
      </p>
    </div>
  )
}
