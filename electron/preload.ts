import { contextBridge, ipcRenderer } from 'electron'
import { callChannel, type Bridge } from '../shared/ipc/bridge.ts'

// The page gets one function and no channel of its own choosing; what it may ask is decided in ipc/router.ts.
const bridge: Bridge = Object.freeze({
  call: (name: string, input: unknown) => ipcRenderer.invoke(callChannel, name, input),
})
contextBridge.exposeInMainWorld('migration', bridge)
