import { startWords } from '../../../shared/words/window/start.ts'
import { useWindow } from '../window-state.ts'
import { Select } from './select.tsx'

interface ProviderSelectProps {
  readonly value: string
  readonly onChange: (provider: string) => void
  /** The words for choosing none; left out where one must be chosen. */
  readonly none?: string
  readonly label?: string
}

/** The providers by their names; the rehearsal's own is no real one and is not among them. */
export function ProviderSelect({ value, onChange, none, label }: ProviderSelectProps) {
  const { say, about, lang } = useWindow()
  const real = about.providers.filter(({ practice }) => !practice).map(({ id, name }) => ({ value: id, text: name[lang] }))
  const options = none === undefined ? real : [{ value: '', text: none }, ...real]
  return <Select label={label ?? say(startWords.whose)} value={value} onChange={onChange} options={options} />
}
