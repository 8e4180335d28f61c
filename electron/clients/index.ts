import type { MailClient } from '../../shared/client/mail-client.ts'
import { thunderbird, type ThunderbirdNeeds } from './thunderbird.ts'

export type ClientNeeds = ThunderbirdNeeds

/** Every kind of mail program this knows how to rewrite, one line each. */
export const mailClients = (needs: ClientNeeds): readonly MailClient[] => [thunderbird(needs)]
