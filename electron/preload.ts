import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { callChannel, droppedChannel, eventChannel, readyChannel, type Bridge } from '../shared/ipc/bridge.ts'
import type { RoadEvent } from '../shared/ipc/events.ts'

/** A file the person dropped: the page cannot make one up, and the main process opens only those it has heard of here. */
function pathOf(file: unknown): string {
  const place = file instanceof File ? webUtils.getPathForFile(file) : ''
  if (place !== '') ipcRenderer.send(droppedChannel, place)
  return place
}

// The page gets four functions and no channel of its own choosing; what it may ask is decided in ipc/router.ts.
const bridge: Bridge = Object.freeze({
  call: (name: string, input: unknown) => ipcRenderer.invoke(callChannel, name, input),
  onEvent: (listener: (event: RoadEvent) => void) => {
    const heard = (_event: unknown, event: RoadEvent): void => listener(event)
    ipcRenderer.on(eventChannel, heard)
    return () => void ipcRenderer.removeListener(eventChannel, heard)
  },
  pathOf,
  ready: () => ipcRenderer.send(readyChannel),
})
contextBridge.exposeInMainWorld('migration', bridge)
