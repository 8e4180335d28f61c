/** What `electron` means to the program under this host. A name that is missing here fails when the program is loaded. */
export { app } from './electron-app.ts'
export { BrowserWindow, webContents } from './browser-window.ts'
export { dialog, Menu, shell } from './desk.ts'
export { ipcMain } from './ipc-main.ts'
export { protocol, session } from './own-schemes.ts'
