/** Checks that tell a real number from digits that only look like one. Each takes digits (or letters) alone. */

const digitAt = (text: string, at: number): number => text.charCodeAt(at) - 48;

/** Printed on sample cards and forms. */
const printed = /^(?:078051120|219099999|123456789|987654321)$/;

/** ISO/IEC 7812-1: every second digit from the right counts double. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digitAt(digits, digits.length - 1 - i);
    const twice = i % 2 === 1 ? digit * 2 : digit;
    sum += twice > 9 ? twice - 9 : twice;
  }
  return sum % 10 === 0;
}

/** Nine digits: a district of the Federal Reserve first, weights 3, 7, 1 (ABA Key to Routing Numbers). */
export function isRouting(digits: string): boolean {
  if (!/^(?:0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)\d{7}$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < 9; i++) sum += digitAt(digits, i) * ([3, 7, 1][i % 3] ?? 0);
  return sum % 10 === 0 && !isRepeated(digits) && !printed.test(digits);
}

/** Ten digits, 1 or 2 first; Luhn with the prefix 80840 (45 CFR 162.406). */
export const isProvider = (digits: string): boolean =>
  /^[12]\d{9}$/.test(digits) && passesLuhn(`80840${digits}`) && !isRepeated(digits);

/** A registrant letter, a letter or 9, seven digits of which the last is a check digit. Folded letters. */
export function isDrugRegistration(text: string): boolean {
  if (!/^[abcdefghjklmprstux][a-z9]\d{7}$/.test(text)) return false;
  const at = (i: number): number => digitAt(text, i + 1);
  return (at(1) + at(3) + at(5) + 2 * (at(2) + at(4) + at(6))) % 10 === at(7);
}

/** ISO 13616: the first four signs to the end, letters as numbers, remainder 1. Folded letters. */
export function isIban(text: string): boolean {
  if (!/^[a-z]{2}\d{2}[a-z0-9]{11,30}$/.test(text)) return false;
  let rest = 0;
  for (const sign of text.slice(4) + text.slice(0, 4)) {
    const value = /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 87;
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** Areas, groups and serials that have been or may be given out. */
export const isSocialSecurity = (digits: string): boolean =>
  /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(digits) && !printed.test(digits) && !isRepeated(digits);

/** A taxpayer number: 9 first, and a group that the IRS uses. */
export const isTaxpayer = (digits: string): boolean =>
  /^9\d{2}(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\d{4}$/.test(digits) && !isRepeated(digits);

const isRepeated = (digits: string): boolean => /(\d)\1{6}/.test(digits);

/** "1234567": made up, not given out. */
export const isMadeUp = (digits: string): boolean =>
  /0123456|1234567|2345678|3456789|9876543|8765432|7654321/.test(digits) || isRepeated(digits);
