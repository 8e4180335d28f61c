/** A person at a web site by plain HTTP: sees the words on a page, types into fields by their labels, presses links and buttons by their words. */
export interface Walker {
  readonly open: (url: string) => Promise<void>
  /** Sends a form without a look at the page: for pages whose fields have no labels. */
  readonly post: (path: string, fields: Readonly<Record<string, string>>) => Promise<void>
  readonly sees: (words: string) => boolean
  readonly type: (label: string, value: string) => void
  /** Presses the link or button of these words. Throws where the page has none, or several. */
  readonly press: (words: string) => Promise<void>
}

const unescape = (html: string): string =>
  html.replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
/** Words as people compare them: without tags, marks of must-fields and arrows. */
const plain = (html: string): string =>
  unescape(html.replaceAll(/<span[^>]*>.*?<\/span>/gs, '').replaceAll(/<[^>]*>/g, '')).replaceAll(/[\s>＞]+/g, '')

export function makeWalker(): Walker {
  let at = ''
  let html = ''
  let cookie = ''
  const typed = new Map<string, string>()

  async function go(url: string, form?: URLSearchParams): Promise<void> {
    const init = form ? { method: 'POST', body: form } : {}
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: cookie === '' ? {} : { cookie } })
    const set = answer.headers.get('set-cookie')
    if (set) cookie = set.split(';')[0]!
    at = url
    html = await answer.text()
    typed.clear()
    const location = answer.headers.get('location')
    if (location) await go(new URL(location, url).href)
  }
  const nameOf = (label: string): string => {
    const labels = [...html.matchAll(/<label for="([^"]+)">(.*?)<\/label>/gs)].filter(
      ([, , text]) => plain(text!) === plain(label),
    )
    if (labels.length !== 1) throw new Error(`${labels.length} fields are called ${label}`)
    return labels[0]![1]!
  }
  return {
    open: go,
    post: (path, fields) => go(new URL(path, at).href, new URLSearchParams(fields)),
    sees: (words) => html.includes(words),
    type: (label, value) => void typed.set(nameOf(label), value),
    press: async (words) => {
      const links = [...html.matchAll(/<a href="([^"]+)">(.*?)<\/a>/gs)].filter(([, , text]) => plain(text!) === plain(words))
      const forms = [...html.matchAll(/<form [^>]*action="([^"]+)".*?<\/form>/gs)].filter(([form]) =>
        [...form.matchAll(/<button[^>]*>(.*?)<\/button>/gs)].some(([, text]) => plain(text!) === plain(words)),
      )
      if (links.length + forms.length !== 1) throw new Error(`${links.length + forms.length} things are called ${words}`)
      const to = new URL(unescape((links[0] ?? forms[0])![1]!), at).href
      await (links[0] ? go(to) : go(to, new URLSearchParams([...typed])))
    },
  }
}
