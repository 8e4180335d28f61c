import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { callChannel, eventChannel, readyChannel, type Bridge } from '../shared/ipc/bridge.ts'
import type { RoadEvent } from '../shared/ipc/events.ts'

// The page gets four functions and no channel of its own choosing; what it may ask is decided in ipc/router.ts.
const bridge: Bridge = Object.freeze({
  call: (name: string, input: unknown) => ipcRenderer.invoke(callChannel, name, input),
  onEvent: (listener: (event: RoadEvent) => void) => {
    const heard = (_event: unknown, event: RoadEvent): void => listener(event)
    ipcRenderer.on(eventChannel, heard)
    return () => void ipcRenderer.removeListener(eventChannel, heard)
  },
  pathOf: (file: unknown) => (file instanceof File ? webUtils.getPathForFile(file) : ''),
  ready: () => ipcRenderer.send(readyChannel),
})
contextBridge.exposeInMainWorld('migration', bridge)
