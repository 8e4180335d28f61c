import { Component, type ReactNode } from 'react'
import { frameWords } from '../../shared/words/window/frame.ts'
import { kitWords } from '../../shared/words/window/kit.ts'

interface WhenBrokenProps {
  readonly children: ReactNode
}

/** A bug in a screen must not leave a white window: says that the run is safe, and begins anew. A class, because React knows no other way. */
export class WhenBroken extends Component<WhenBrokenProps, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    return (
      <main role="alert" className="p-8">
        {(['ja', 'en'] as const).map((lang) => (
          <div key={lang} lang={lang} className="mt-4">
            <h1 className="text-[1.375rem] font-bold">{frameWords.broken[lang]}</h1>
            <p>{frameWords.brokenNext[lang]}</p>
          </div>
        ))}
        <button
          type="button"
          className="mt-6 min-h-12 cursor-pointer rounded-8 border border-blue-900 bg-blue-900 px-6 font-bold text-white"
          onClick={() => this.setState({ broken: false })}
        >
          {kitWords.toStart.ja} / {kitWords.toStart.en}
        </button>
      </main>
    )
  }
}
