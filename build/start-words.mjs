// What `npm start` says when it cannot simply open the window: Japanese first, then English, as everywhere.

const both = (ja, en) => `${ja}\n\n${en}`

export const cannotFetch = both(
  `Electron（窓を開くためのプログラム）がこのパソコンになく、配布元から取り寄せることもできませんでした。

次のどれかをお試しください。
  配布元の写し（ミラー）を名指しして始める:
    ELECTRON_MIRROR=https://…/electron/ npm start
    （npm_config_electron_mirror でも同じです。写しの中のフォルダー名は ELECTRON_CUSTOM_DIR で指定します）
  展開済みの Electron のフォルダーを名指しして始める:
    ELECTRON_OVERRIDE_DIST_PATH=/path/to/electron npm start
  インストール済みの Edge、Chrome、Chromium で同じプログラムを開く:
    npm run start:chromium`,
  `Electron's own program is not here, and it could not be fetched from its release host.

Try one of these:
  name a mirror that can be reached:
    ELECTRON_MIRROR=https://…/electron/ npm start
    (npm_config_electron_mirror does the same; ELECTRON_CUSTOM_DIR names the folder on it)
  name the folder of an Electron that is unpacked already:
    ELECTRON_OVERRIDE_DIST_PATH=/path/to/electron npm start
  open the same program in the installed Edge, Chrome or Chromium:
    npm run start:chromium`,
)

export const standIn = both(
  `これは Electron の代わりです。同じプログラムを、インストール済みの Edge、Chrome、Chromium の窓で開きます。試用と開発のためのものです。
システムのダイアログと自動更新はなく、Electron の窓と同じ守りもありません。`,
  `This is the stand-in for Electron: the same program, its window in an installed Edge, Chrome or Chromium. It is for trying out and for
development. It has no dialogs of the system's own, no update, and is no protection like Electron's own shell.`,
)

export const noBuild = both(
  'まだ組み立てられていません。先に npm run build を実行してください。',
  'There is no build yet. Run this first: npm run build',
)

/** `named`: the browser that was asked for and is not there; null: none was found at the usual places. */
export const noBrowser = (named) =>
  named === null
    ? both(
        `窓を開くためのブラウザー（Microsoft Edge、Google Chrome、Chromium）が見つかりませんでした。
どれか一つをインストールするか、CHROMIUM_HOST_BROWSER=/path/to/browser で場所を指定してください。Electron で開くには npm start です。`,
        `No browser was found to open the window in (Microsoft Edge, Google Chrome or Chromium).
Install one of them, or name yours: CHROMIUM_HOST_BROWSER=/path/to/browser. To open the window in Electron: npm start`,
      )
    : both(
        `CHROMIUM_HOST_BROWSER で指定されたブラウザーがありません: ${named}
場所を確かめるか、指定をやめると、インストール済みの Edge、Chrome、Chromium を探します。`,
        `The browser named by CHROMIUM_HOST_BROWSER is not there: ${named}
Name it rightly, or leave it out: then an installed Edge, Chrome or Chromium is looked for.`,
      )
