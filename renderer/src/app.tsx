import { useCallback, useEffect, useMemo, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { Problem } from '../../shared/base/problem.ts'
import type { Lang } from '../../shared/words/lang.ts'
import { frameWords } from '../../shared/words/window/frame.ts'
import { kitWords } from '../../shared/words/window/kit.ts'
import { call, ready } from './api.ts'
import { draftLeft, leftBehind, type Place } from './flow.ts'
import { hearQuestions } from './open-questions.ts'
import { useAnnouncer } from './parts/announcer.tsx'
import { Button } from './parts/button.tsx'
import { Frame } from './parts/frame.tsx'
import { OpenQuestions } from './parts/question-in-place.tsx'
import { screenAt } from './screens/screen-at.tsx'
import { type About, type Practice, sayIn, WindowContext } from './window-state.ts'

/** The run screen puts questions beside the step they belong to; everywhere else they stand above the screen's own content. */
const showsOwnQuestions = (place: Place): boolean => place.at === 'run'

/** Where one stands, and going on; papers and plans that stay behind are put away. */
function usePlace(): readonly [Place, (next: Place) => void] {
  const [place, setPlace] = useState<Place>({ at: 'start' })
  const go = useCallback(
    (next: Place) => {
      for (const sheet of leftBehind(place, next)) void call('putSheetAway', { sheet })
      const draft = draftLeft(place, next)
      if (draft !== null) void call('dropDraft', { draft })
      setPlace(next)
    },
    [place],
  )
  return [place, go]
}

/** What the system's store of passwords answers; a locked one takes its time, and nobody waits for it. */
function useVault(): Problem | null {
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => {
    const ask = async (): Promise<void> => {
      const told = await call('vault', {})
      if (told.ok) setProblem(told.value.problem)
    }
    void ask()
  }, [])
  return problem
}

function Standing({ about }: { readonly about: About }) {
  const [lang, setLangState] = useState<Lang>(about.lang)
  const [place, go] = usePlace()
  const [practice, setPractice] = useState<Practice | null>(about.practice)
  const vault = useVault()
  const { announce, region } = useAnnouncer()
  useEffect(() => {
    document.documentElement.lang = lang
  }, [lang])
  const setLang = useCallback((next: Lang) => {
    setLangState(next)
    // The main process words its dialogs and records by it; that it did not hear is no reason to stay in the other language.
    void call('setLang', { lang: next })
  }, [])
  const state = useMemo(
    () => ({ lang, setLang, say: sayIn(lang), about, vault, place, go, practice, setPractice, announce }),
    [lang, setLang, about, vault, place, go, practice, announce],
  )
  return (
    <I18nProvider locale={lang === 'ja' ? 'ja-JP' : 'en-GB'}>
      <WindowContext value={state}>
        <Frame>
          {showsOwnQuestions(place) ? null : <OpenQuestions />}
          {screenAt(place)}
        </Frame>
        {region}
      </WindowContext>
    </I18nProvider>
  )
}

/** Before the program has told what it is; where it does not answer, it can be asked again. */
function Before({ answered, onAgain }: { readonly answered: boolean; readonly onAgain: () => void }) {
  return (
    <main className="p-8" aria-busy={!answered}>
      <h1 className="text-[1.75rem] font-bold">{frameWords.title.ja}</h1>
      <div role="status" className="mt-4">
        {answered ? (
          <>
            <p>{frameWords.noAnswer.ja}</p>
            <p lang="en">{frameWords.noAnswer.en}</p>
          </>
        ) : (
          <p>{frameWords.loading.ja}</p>
        )}
      </div>
      {answered && (
        <div className="mt-6">
          <Button look="primary" onPress={onAgain}>
            {kitWords.again.ja} / <span lang="en">{kitWords.again.en}</span>
          </Button>
        </div>
      )}
    </main>
  )
}

/** The window: asks the program what it is, then shows where on the road one stands. */
export function App() {
  const [about, setAbout] = useState<About | 'none' | null>(null)
  const ask = useCallback((): void => {
    const begin = async (): Promise<void> => {
      setAbout(null)
      const result = await call('about', {})
      setAbout(result.ok ? result.value : 'none')
      ready()
    }
    void begin()
  }, [])
  useEffect(() => {
    const end = hearQuestions()
    ask()
    return end
  }, [ask])
  if (about !== null && about !== 'none') return <Standing about={about} />
  return <Before answered={about === 'none'} onAgain={ask} />
}
