import type { Reformatted } from '@/lib/model/documented-ssid';
import type { Password } from '@/lib/model/password';
import { readsAs, sameText } from './rich-text';

/** The texts of a password. */
export interface PasswordTexts {
  readonly name: string;
  readonly notes: string;
}

/** Texts that IT Glue answered in another form than they were written. */
export type ReformattedTexts = Readonly<Record<string, Reformatted>>;

/** Texts in which a password differs from what is wanted, in whatever form IT Glue keeps them. */
export function differingTexts(
  password: Password,
  wanted: PasswordTexts,
  reformatted: ReformattedTexts = {},
): (keyof PasswordTexts)[] {
  return (['name', 'notes'] as const).filter((text) => {
    const [read, sent] = [password[text] ?? '', wanted[text]];
    const before = reformatted[text];
    if (before?.sent === sent && before.read === read) return false;
    return !sameText(read, sent) && !(text === 'notes' && readsAs(read, sent));
  });
}

/** The texts that IT Glue's answer to a write has in another form than they were written. */
export function reformattedTexts(answer: Password, wanted: PasswordTexts): ReformattedTexts {
  return Object.fromEntries(
    differingTexts(answer, wanted).map((text) => [
      text,
      { sent: wanted[text], read: answer[text] ?? '' },
    ]),
  );
}
