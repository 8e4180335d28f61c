import { expect, it } from 'vitest'
import { zoomAfter } from './zoom.ts'

const press = (key: string, more: object = {}) => ({ type: 'keyDown', key, control: true, meta: false, alt: false, ...more })

it('makes letters larger and smaller by the usual keys, within bounds', () => {
  let zoom = 1
  for (let times = 0; times < 20; times++) zoom = zoomAfter(zoom, press('+')) ?? zoom
  expect(zoom).toBe(3)
  expect(zoomAfter(zoom, press('0'))).toBe(1)
  for (let times = 0; times < 20; times++) zoom = zoomAfter(zoom, press('-')) ?? zoom
  expect(zoom).toBe(0.75)
  expect(zoomAfter(1, press('+', { control: false, meta: true }))).toBe(1.1)
})

it.each([
  ['a letter', press('a')],
  ['a plus that is typed', press('+', { control: false })],
  ['a key let go of', press('+', { type: 'keyUp' })],
  ['AltGr, which is Ctrl with Alt', press('+', { alt: true })],
])('leaves alone %s', (_, key) => expect(zoomAfter(1, key)).toBeNull())
