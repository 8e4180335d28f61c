import type { Proof } from '../../../shared/proof/proof.ts'
import { sayRecord } from '../../../shared/words/say-record.ts'
import { recordWords } from '../../../shared/words/record.ts'
import { doneWords } from '../../../shared/words/window/done.ts'
import { useWindow } from '../window-state.ts'
import { Folded } from './box.tsx'

/** The whole record as the paper has it, for those who want to know. */
export function RecordDetails({ proof }: { readonly proof: Proof }) {
  const { say, lang } = useWindow()
  const { head, boxes, lists, foot } = sayRecord(proof, lang)
  const notProved = lists.find(({ title }) => title === recordWords.notProved[lang])
  return (
    <Folded title={say(doneWords.details)}>
      <dl className="grid grid-cols-[max-content_1fr] gap-x-4 text-[0.875rem]">
        {head.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-solid-gray-700">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {boxes.map(({ name, holder, rows }) => (
        <section key={name} className="mt-4">
          <h3 className="font-bold">{name}</h3>
          {holder !== null && <p>{holder}</p>}
          <ul>
            {rows.map(({ label, mark, text, details }) => (
              <li key={`${label} ${text}`}>
                {mark} {label}: {text}
                {details.map((line) => (
                  <span key={line} className="block pl-6 text-[0.875rem] text-solid-gray-700">
                    {line}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {notProved && (
        <section className="mt-4">
          <h3 className="font-bold">{notProved.title}</h3>
          <ul className="list-disc pl-6">
            {notProved.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      <p className="mt-4 text-[0.875rem] text-solid-gray-700">{foot}</p>
    </Folded>
  )
}
