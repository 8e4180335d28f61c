import { go, page, type Answer, type PortalPage, type Visit } from '../../portal.ts'
import { at, coveredPassword, inside, isAdministrator, refusedPassword, rows, type Contract } from './site.ts'

const heading = 'お客様番号パスワード変更'
/** Pendings are filed by who is signed in; this one is about the contract, and no account ID looks like it. */
const key = (visit: Visit): string => `${visit.user ?? ''} contract`

const formPage = (visit: Visit, contract: Contract, error: string | null): string =>
  inside(
    visit,
    contract,
    heading,
    `<p>新しいパスワードを入力し、【次へ進む】ボタンをクリックしてください。</p><form method="post" action="${at.contractConfirm}" autocomplete="off">
<div class="field"><label for="fresh">新しいパスワード<span class="must">必須</span></label><input type="password" id="fresh" name="fresh" maxlength="64">${error === null ? '' : ' <b class="error">*</b>'}</div>
<p class="act"><button type="submit">次へ進む</button></p></form>`,
    error,
  )

const confirmPage = (visit: Visit, contract: Contract, password: string): string =>
  inside(
    visit,
    contract,
    `${heading}確認`,
    `<p>入力内容をご確認いただき、問題ない場合は【変更】ボタンをクリックしてください。</p>${rows([['新しいパスワード', coveredPassword(password)]])}
<form method="post" action="${at.contractCommit}"><p class="act"><button type="submit">変更</button></p></form><p><a href="${at.contractForm}">入力画面へ戻る</a></p>`,
  )

function takeForm(visit: Visit, contract: Contract): Answer {
  visit.touch('次へ進む', false)
  const password = (visit.form.get('fresh') ?? '').slice(0, 64)
  const said = refusedPassword(visit, contract.number, password)
  if (said !== null) return page(formPage(visit, contract, said))
  const registered = [...contract.registered.values()][0]!
  contract.pending.set(key(visit), { id: contract.number, password, registered })
  return page(confirmPage(visit, contract, password))
}

function takeChange(visit: Visit, contract: Contract): Answer {
  visit.touch('変更', false)
  const pending = contract.pending.get(key(visit))
  if (!pending?.password) return go(at.contractForm)
  contract.pending.delete(key(visit))
  const done = inside(visit, contract, `${heading}完了`, '<p>お客様番号パスワードの変更手続きが完了しました。</p>')
  return visit.commit(pending.password, done, contract.number)
}

/** お客様番号パスワードの変更 (section 25): input, confirmation, completion. User rights do not reach it. */
export function contractPasswordPages(contract: Contract): readonly PortalPage[] {
  const only =
    (answer: (visit: Visit, contract: Contract) => Answer) =>
    (visit: Visit): Answer =>
      isAdministrator(visit, contract) ? answer(visit, contract) : go(at.menu)
  return [
    {
      name: 'contract-form',
      path: at.contractForm,
      signedIn: true,
      get: only((visit) => (visit.touch(heading, false), page(formPage(visit, contract, null)))),
    },
    {
      name: 'contract-confirm',
      path: at.contractConfirm,
      signedIn: true,
      get: () => go(at.contractForm),
      post: only(takeForm),
    },
    {
      name: 'contract-commit',
      path: at.contractCommit,
      signedIn: true,
      get: () => go(at.contractForm),
      post: only(takeChange),
    },
  ]
}
