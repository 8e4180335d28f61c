import { inflateSync } from 'node:zlib'

/** A decoded picture: `at` gives red, green and blue of one point. */
export interface Picture {
  readonly width: number
  readonly height: number
  at(x: number, y: number): readonly [number, number, number]
}

const paeth = (a: number, b: number, c: number): number => {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)]
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c
}

/** Decodes a PNG with 8 bits a channel, RGB or RGBA, not interlaced: what Chromium writes. */
export function readPng(bytes: Buffer): Picture {
  const parts: Buffer[] = []
  let [width, height, kind] = [0, 0, 0]
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    const data = bytes.subarray(at + 8, at + 8 + length)
    if (name === 'IHDR') [width, height, kind] = [data.readUInt32BE(0), data.readUInt32BE(4), data[9]!]
    if (name === 'IHDR' && (data[8] !== 8 || data[12] !== 0 || (kind !== 2 && kind !== 6)))
      throw new Error('a PNG of another kind')
    if (name === 'IDAT') parts.push(data)
    at += 12 + length
  }
  const raw = inflateSync(Buffer.concat(parts))
  const wide = kind === 6 ? 4 : 3
  const row = width * wide
  const out = Buffer.alloc(row * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (row + 1)]!
    for (let x = 0; x < row; x++) {
      const left = x >= wide ? out[y * row + x - wide]! : 0
      const up = y > 0 ? out[(y - 1) * row + x]! : 0
      const corner = x >= wide && y > 0 ? out[(y - 1) * row + x - wide]! : 0
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!
      out[y * row + x] = raw[y * (row + 1) + 1 + x]! + guess
    }
  }
  return { width, height, at: (x, y) => [out[y * row + x * wide]!, out[y * row + x * wide + 1]!, out[y * row + x * wide + 2]!] }
}
