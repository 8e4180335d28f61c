import { useEffect, useState } from 'react'
import { windowWords } from '../../shared/words/window.ts'
import { call } from './api.ts'

const words = windowWords.ja

/** The only screen so far: what this program is for, and that the command line does the work for now. */
export function App() {
  const [version, setVersion] = useState<string | null>(null)
  useEffect(() => {
    call('about', {})
      .then((about) => setVersion(about.ok ? words.version(about.value.version) : words.noAnswer))
      .catch(() => setVersion(words.noAnswer))
  }, [])
  return (
    <main>
      <h1>{words.title}</h1>
      <p>{words.purpose}</p>
      <p>{words.limits}</p>
      <p className="notice">
        {words.construction}
        <br />
        <code>{words.command}</code>
      </p>
      <p className="version" role="status">
        {version}
      </p>
    </main>
  )
}
