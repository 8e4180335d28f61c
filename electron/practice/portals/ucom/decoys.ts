import { go, page, type Answer, type PortalPage, type Visit } from '../../portal.ts'
import { escapeHtml } from '../../site-page.ts'
import { at, inside, isAdministrator, rows, type Contract } from './site.ts'

type Act = (visit: Visit) => string

/** A page that must never be reached by a recipe. Its buttons really work and are noted. Only administrators reach it unless `forUsers`. */
function decoy(
  contract: Contract,
  path: string,
  title: string,
  body: (visit: Visit) => string,
  acts: Readonly<Record<string, Act>> = {},
  forUsers = false,
): PortalPage {
  const mayReach = (visit: Visit): boolean => forUsers || isAdministrator(visit, contract)
  const buttons = (visit: Visit): string =>
    Object.keys(acts).length === 0
      ? ''
      : `<form method="post" action="${path}?id=${encodeURIComponent(visit.query.get('id') ?? '')}">${body(visit)}<p class="act">${Object.keys(
          acts,
        )
          .map((name) => `<button type="submit" name="act" value="${name}">${name}</button>`)
          .join(' ')}</p></form>`
  const get = (visit: Visit): Answer => {
    if (!mayReach(visit)) return go(at.menu)
    visit.touch(title, true)
    return page(inside(visit, contract, title, buttons(visit) || body(visit)))
  }
  const post = (visit: Visit): Answer => {
    const act = visit.form.get('act') ?? ''
    if (!mayReach(visit) || !Object.hasOwn(acts, act)) return go(path)
    visit.touch(`${title}／${act}`, true)
    return page(inside(visit, contract, `${title}完了`, `<p>${escapeHtml(acts[act]!(visit))}</p>`))
  }
  return { name: path.split('/').slice(2).join('-'), path, signedIn: true, get, post }
}

const state = (contract: Contract, name: string): string => (contract.bought.has(name) ? '購入済' : '未購入')

/** 購入する and 解約する at once, with no page between: a wrong click costs money. */
function service(contract: Contract, path: string, title: string, price: string, forUsers = false): PortalPage {
  const body = (): string =>
    `<p>サービス内容をご確認いただき、【購入する】または【解約する】ボタンをクリックしてください。</p>${rows([
      ['現在のご契約状態', state(contract, title)],
      ['月額利用料', price],
    ])}<p><label><input type="checkbox" name="agree" value="1"> サービス利用規約に同意する</label></p>`
  return decoy(
    contract,
    path,
    title,
    body,
    {
      購入する: () => (contract.bought.add(title), `${title}の購入手続きが完了しました。`),
      解約する: () => (contract.bought.delete(title), `${title}の解約手続きが完了しました。`),
    },
    forUsers,
  )
}

const field = (name: string, label: string, value: string): string =>
  `<div class="field"><label for="${name}">${label}</label><input type="text" id="${name}" name="${name}" value="${escapeHtml(value)}" maxlength="64"></div>`

/** The account ID a page is about. */
const id = (visit: Visit): string => (visit.query.get('id') ?? '').slice(0, 64)

function accountDecoys(contract: Contract): readonly PortalPage[] {
  return [
    decoy(
      contract,
      at.remove,
      'アカウントID情報削除',
      (visit) =>
        `<p>以下のアカウントIDを削除します。削除したアカウントIDは元に戻せません。</p>${rows([['アカウントID', escapeHtml(id(visit))]])}`,
      {
        削除: (visit) => (contract.registered.delete(id(visit)), 'アカウントIDを削除しました。'),
      },
    ),
    decoy(
      contract,
      at.create,
      'アカウントID新規登録',
      () =>
        `${field('fresh', 'アカウントID', '')}<div class="field"><label for="p">パスワード</label><input type="password" id="p" name="p"></div>`,
      { 次へ進む: () => 'アカウントIDの登録が完了しました。' },
    ),
    decoy(
      contract,
      at.address,
      'メールアドレス登録/変更',
      (visit) =>
        `${rows([['アカウントID', escapeHtml(id(visit))]])}${field('address', 'メールアドレス', contract.addresses.get(id(visit)) ?? '')}`,
      {
        登録: (visit) => (
          contract.addresses.set(id(visit), (visit.form.get('address') ?? '').slice(0, 64)),
          'メールアドレスの登録が完了しました。'
        ),
      },
      true,
    ),
    decoy(
      contract,
      at.options,
      'アカウントIDオプション変更',
      (visit) =>
        `<p>アカウントIDを選択してください。</p><ul>${[...contract.registered.keys()]
          .filter((name) => isAdministrator(visit, contract) || name === visit.user)
          .map(
            (name) => `<li>[+] ${escapeHtml(name)}　<a href="${at.security}?id=${encodeURIComponent(name)}">購入/解約</a></li>`,
          )
          .join('')}</ul>`,
      {},
      true,
    ),
    service(contract, at.security, 'セキュリティオプション', '571円（税別）', true),
  ]
}

/** The neighbours one must not touch: contract, cards, paid options, deletion. They really work, so that touching one shows. */
export function decoyPages(contract: Contract): readonly PortalPage[] {
  return [
    ...accountDecoys(contract),
    service(contract, at.mailService, 'メールサービス', '300円（税別）'),
    service(contract, at.support, 'UCOM光 リモートサポート', '500円（税別）'),
    service(contract, at.warranty, 'UCOM光 あんしん機器保証', '500円（税別）'),
    service(contract, at.storage, 'オンラインストレージ＆フォトアルバム', '300円（税別）'),
    decoy(
      contract,
      at.payment,
      'お支払い方法登録/変更',
      () => `${rows([['カード番号', escapeHtml(contract.card)]])}${field('card', 'カード番号', '')}`,
      {
        次へ進む: (visit) => (
          (contract.card = `XXXX-XXXX-XXXX-${(visit.form.get('card') ?? '').slice(-4)}`),
          'お支払い方法の登録が完了しました。'
        ),
      },
    ),
    decoy(contract, at.customer, 'お客様情報変更', () => field('phone', '電話番号', contract.phone), {
      登録: (visit) => ((contract.phone = (visit.form.get('phone') ?? '').slice(0, 20)), '顧客情報の登録が完了しました。'),
    }),
    decoy(contract, at.request, 'ご契約内容変更申請', () => '<p>申請書をお送りします。</p>', {
      申請する: () => 'ご契約内容変更申請を受け付けました。',
    }),
    decoy(contract, at.guide, 'ご利用ガイド・規約ご請求', () => '<p>ご利用ガイドと規約をお送りします。</p>', {
      請求する: () => 'ご請求を受け付けました。',
    }),
    decoy(contract, at.leave, 'ご解約', () => '<p>インターネット回線を解約します。</p>', {
      解約する: () => (contract.bought.add('解約'), 'ご解約の手続きが完了しました。'),
    }),
    decoy(contract, at.bills, '月額請求明細照会', () => rows([['2015年1月', '3,800円']])),
  ]
}
