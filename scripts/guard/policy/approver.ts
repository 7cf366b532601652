/** `guard policy approver`: the secret with which a colleague's authenticator app shows the codes that let a draft go. */
import { Secret, TOTP } from "otpauth";
import type { Approver } from "../../../src/contract/policy-lists.ts";
import { fileText, isList, isObject, own } from "../../../src/policy-file/json.ts";
import type { JsonObject } from "../../../src/policy-file/json.ts";
import { Problem } from "../problem.ts";
import { keepApart, writeNew } from "../write-file.ts";
import { readPolicy, validPolicy } from "./read-policy.ts";

/** RFC 4226, section 4, R6: 160 bits are recommended. */
const secretBytes = 20;

export interface ApproverOptions {
  readonly name: string;
  /** A policy, and the file that is made of it with one approver more. */
  readonly files: { readonly from: string; readonly to: string } | undefined;
}

export async function addApprover({ name, files }: ApproverOptions): Promise<number> {
  const secret = new Secret({ size: secretBytes });
  const called = name.trim();
  const entry = { name: called, secret: secret.base32 };
  validPolicy({ approvers: [entry] }, () => "--name");
  if (files) {
    await keepApart([files.to], [files.from]);
    const policy = withApprover(await readPolicy(files.from), entry, files.from);
    await writeNew(files.to, fileText(policy), 0o600, "Name another with --out; nothing was written.");
  }
  const uri = new TOTP({ issuer: "ReplyGuard", label: called, secret }).toString();
  console.log(`Secret:  ${secret.base32}
Address: ${uri}

${called} opens an authenticator app on their own phone (any that shows six digits for 30 seconds: those of Google,
Microsoft, Apple or others), chooses to enter a key by hand, and types the secret; or opens the address on the phone.
The app then shows a code that changes every 30 seconds. The clock of the phone and of the browser must be right.
${
  files
    ? `\n${files.to} has the entry: check it with guard policy lint, and roll it out.`
    : `\nThe entry for the policy, under "approvers" (--in POLICY.json --out NEW.json writes it there):\n${JSON.stringify(entry)}`
}
Whoever has the secret can agree in ${called}’s name: hand it over in person, keep no copy but the policy, and keep that
as secret. A code is asked for where the policy says so: "secondPerson": "stopped", or "always".`);
  return 0;
}

function withApprover(policy: JsonObject, entry: Approver, file: string): JsonObject {
  const known = own(policy, "approvers");
  const approvers = isList(known) ? known : [];
  const same = (one: unknown): boolean =>
    typeof one === "string" && one.toLowerCase() === entry.name.toLowerCase();
  if (approvers.some((one) => isObject(one) && same(own(one, "name"))))
    throw new Problem(
      `${file}: there is an approver of this name already`,
      "Delete that entry first, for a new phone; or give this one another name.",
    );
  return validPolicy({ ...policy, approvers: [...approvers, entry] }, () => file);
}
