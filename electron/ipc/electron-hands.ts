import { app, BrowserWindow, dialog, shell } from 'electron'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { desktopWords } from '../../shared/words/window/desktop.ts'
import type { Lang } from '../../shared/words/lang.ts'
import type { DesktopHands } from './window-needs.ts'

const papers = () => app.getPath('documents')

/** A dialog belongs to the window: it stands before it and goes with it. */
function window(): BrowserWindow {
  const [first] = BrowserWindow.getAllWindows()
  if (!first) throw new Error('a call came without a window')
  return first
}

/** The system's dialogs, viewer and browser through Electron. `lang`: what the dialogs' own words are in. */
export function electronHands(lang: () => Lang): DesktopHands {
  return {
    chooseFiles: async () => {
      const { filePaths } = await dialog.showOpenDialog(window(), {
        title: desktopWords.chooseSheets[lang()],
        properties: ['openFile', 'multiSelections'],
      })
      return filePaths
    },
    chooseList: async () => {
      const { filePaths } = await dialog.showOpenDialog(window(), {
        title: desktopWords.chooseList[lang()],
        properties: ['openFile'],
        filters: [{ name: 'CSV', extensions: ['csv', 'txt'] }],
      })
      return filePaths[0] ?? null
    },
    chooseTable: async (name) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window(), {
        title: desktopWords.saveTable[lang()],
        defaultPath: `${papers()}/${name}`,
        filters: [{ name: 'CSV', extensions: ['csv'] }],
      })
      return canceled || filePath === '' ? null : filePath
    },
    chooseRecord: async (name) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window(), {
        title: desktopWords.saveRecord[lang()],
        defaultPath: `${papers()}/${name}`,
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
      })
      return canceled || filePath === '' ? null : filePath
    },
    chooseFolder: async () => {
      const { filePaths } = await dialog.showOpenDialog(window(), {
        title: desktopWords.chooseFolder[lang()],
        properties: ['openDirectory', 'createDirectory'],
      })
      return filePaths[0] ?? null
    },
    openFile: async (file): Promise<Result<void>> => {
      const refused = await shell.openPath(file)
      return refused === '' ? ok() : fail('file-unreadable', 'after-person', { file, reason: 'no-viewer' })
    },
    // Only addresses of the providers' data come here: the call that opens pages has looked them up.
    openPage: async (url): Promise<Result<void>> => {
      try {
        await shell.openExternal(url)
        return ok()
      } catch {
        return fail('browser-missing', 'after-person', { wanted: 'browser', install: 'Microsoft Edge / Google Chrome' })
      }
    },
  }
}
