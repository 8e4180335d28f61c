import type { EndpointHint, Protocol } from '../mail/endpoint.ts'
import { hintUrl, parseEndpoint } from '../mail/endpoint.ts'
import { collectField, type Source } from './collect-field.ts'
import { halfWidth } from './fold-text.ts'
import type { Doubt, SheetField } from './sheet-accounts.ts'
import type { SheetRecord } from './sheet-record.ts'

/** A mail server as the paper names it, or the question about it. Both null: the paper names none. */
export interface CollectedEndpoint {
  readonly field: SheetField<EndpointHint> | null
  readonly doubt: Omit<Doubt, 'field'> | null
}

// 「mail.example.jp:587」「mail.example.jp（ポート587）」「mail.example.jp (587)」
const inlinePort = /[a-z0-9]:\s*([0-9]{2,5})\b|(?:ポート|ﾎﾟｰﾄ|port)[^0-9]{0,8}([0-9]{2,5})|[(（]([0-9]{2,5})[)）]/i

const protocolOf = (records: readonly SheetRecord[], door: 'incomingHost' | 'outgoingHost'): Protocol =>
  door === 'outgoingHost'
    ? 'smtp'
    : (records.flatMap((record) => record.values).find(({ field, raw }) => field.field === door && raw !== '')?.field.protocol ??
      'pop3')

/** Puts host, port and protocol of one door together. A host that stands for both doors counts where the door has none of its own. */
export function collectEndpoint(
  records: readonly SheetRecord[],
  door: 'incomingHost' | 'outgoingHost',
  source: Source,
): CollectedEndpoint {
  const own = collectField(records, [door], source)
  const host = own.field || own.doubt ? own : collectField(records, ['mailHost'], source)
  const port = collectField(records, [door === 'incomingHost' ? 'incomingPort' : 'outgoingPort'], source)
  const protocol = protocolOf(records, door)
  const hint = (name: string, number: number | undefined): EndpointHint => ({
    protocol,
    host: name,
    ...(number ? { port: number } : {}),
  })
  if (!host.field && !host.doubt) return { field: null, doubt: null }
  const inline = inlinePort
    .exec(halfWidth(host.field?.raw ?? ''))
    ?.slice(1)
    .find(Boolean)
  const ports = [...new Set([...(port.field ? [Number(port.field.value)] : []), ...(inline ? [Number(inline)] : [])])]
  const number = ports.length === 1 ? ports[0] : undefined
  if (host.doubt) {
    const candidates = host.doubt.candidates.map((one) => ({ ...one, value: hintUrl(hint(String(one.value), number)) }))
    const field = host.field && { ...host.field, value: hint(host.field.value, number) }
    return { field, doubt: { ...host.doubt, candidates } }
  }
  const found = host.field!
  if (ports.length > 1 || (port.doubt && !number)) {
    const numbers =
      ports.length > 1 ? ports : port.doubt!.candidates.map(({ value }) => Number(value)).filter((one) => one > 0 && one < 65536)
    const candidates = numbers.map((one) => ({
      label: 'other-place' as const,
      value: hintUrl(hint(found.value, one)),
      place: found.place,
    }))
    const reason = ports.length > 1 ? ('contradictory' as const) : port.doubt!.reason
    return {
      field: { ...found, value: hint(found.value, undefined), confidence: 'doubtful' },
      doubt: { term: port.found?.field.labels[0] ?? '', reason, candidates },
    }
  }
  return { field: { ...found, value: hint(found.value, number) }, doubt: null }
}

/** Reads the URL form of a hint back: port and security only as far as they are written. Null when it is no such URL. */
export function hintFrom(url: string, kinds: readonly Protocol[]): EndpointHint | null {
  const parsed = parseEndpoint(url, kinds)
  if (!parsed.ok) return null
  const { protocol, host, port, security } = parsed.value
  const said = /:[0-9]{1,5}\/?(?:\?.*)?$/.test(url.trim())
  const tls = security === 'tls' || /[?&]security=/.test(url)
  return { protocol, host, ...(said ? { port } : {}), ...(tls ? { security } : {}) }
}
