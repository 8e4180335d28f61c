/** Header and body of a message at rest, as latin1 text: one character a byte. */
export interface MessageParts {
  readonly header: string
  readonly body: string
}

/** Splits at the first empty line; the header keeps it. */
export function splitMessage(bytes: Buffer): MessageParts {
  const text = bytes.toString('latin1')
  const end = text.indexOf('\r\n\r\n')
  return end < 0 ? { header: text, body: '' } : { header: text.slice(0, end + 4), body: text.slice(end + 4) }
}

/** The header's fields in order, folded lines kept together. */
export const fieldsOf = (header: string): readonly string[] => header.split(/\r\n(?![ \t])/).filter((field) => field !== '')

/** The value of the first field of this name on one line, or null. */
export function fieldValue(header: string, name: string): string | null {
  const found = fieldsOf(header).find((field) => field.toLowerCase().startsWith(`${name.toLowerCase()}:`))
  return found === undefined
    ? null
    : found
        .slice(name.length + 1)
        .replace(/\r\n[ \t]+/g, ' ')
        .trim()
}

/** Only the fields of these names (or only the others), with the empty line that ends a header. */
export function chosenFields(header: string, names: readonly string[], others: boolean): string {
  const wanted = new Set(names.map((name) => name.toLowerCase()))
  const kept = fieldsOf(header).filter(
    (field) => wanted.has(field.slice(0, Math.max(0, field.indexOf(':'))).toLowerCase()) !== others,
  )
  return [...kept, '', ''].join('\r\n')
}

export interface MailAddress {
  readonly name: string | null
  readonly local: string
  readonly host: string
}

/** The addresses of a field, at most 50: `Name <local@host>` or bare, separated by commas outside quotes. */
export function addressesOf(value: string | null): readonly MailAddress[] {
  if (value === null) return []
  const parts = value.slice(0, 2000).match(/(?:"(?:[^"\\]|\\.)*"|[^,"])+/g) ?? []
  return parts.slice(0, 50).flatMap((part) => {
    const angle = /^(.*)<([^<>]*)>/.exec(part)
    const [local = '', host = ''] = (angle ? angle[2]! : part).trim().split('@')
    const name = angle?.[1]?.trim().replace(/^"|"$/g, '')
    return local === '' ? [] : [{ name: name || null, local, host }]
  })
}
