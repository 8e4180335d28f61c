import type { SettingChange } from '../../../shared/client/mail-client.ts'
import { sayChangeParts } from '../../../shared/words/say-change.ts'
import { planWords } from '../../../shared/words/window/plan.ts'
import { useWindow } from '../window-state.ts'

/** The settings of a mail program before and after, side by side. */
export function ChangeTable({ changes, caption }: { readonly changes: readonly SettingChange[]; readonly caption: string }) {
  const { say, lang } = useWindow()
  return (
    <table className="mt-2 w-full border-collapse text-left">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b-2 border-solid-gray-420 text-[0.875rem]">
          {[planWords.setting, planWords.before, planWords.after].map((words) => (
            <th key={words.ja} scope="col" className="py-1 pr-4 font-bold">
              {say(words)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => {
          const { name, from, to } = sayChangeParts(change, lang)
          return (
            <tr key={change.setting} className="border-b border-solid-gray-200 align-top">
              <th scope="row" className="py-1 pr-4 font-normal">
                {name}
              </th>
              <td className="py-1 pr-4 break-all text-solid-gray-700">{from}</td>
              <td className="py-1 font-bold break-all">{to}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
