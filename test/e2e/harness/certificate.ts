import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type { KeyObject } from "node:crypto";

/** One DER element. Lengths above 127 need the long form. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const size: number[] = [];
  for (let rest = body.length; rest > 0; rest = Math.floor(rest / 256)) size.unshift(rest % 256);
  const length = body.length < 128 ? [body.length] : [0x80 + size.length, ...size];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, "hex"));
const ecdsaWithSha256 = sequence(oid("2a8648ce3d040302"));
const commonName = oid("550403");
const subjectAltName = oid("551d11");

/** `YYMMDDhhmmssZ` */
function utcTime(milliseconds: number): Buffer {
  const digits = new Date(milliseconds).toISOString().replaceAll(/\D/g, "").slice(2, 14);
  return der(0x17, Buffer.from(`${digits}Z`, "ascii"));
}

const distinguished = (name: string): Buffer =>
  sequence(der(0x31, sequence(commonName, der(0x0c, Buffer.from(name)))));
const pem = (label: string, body: Buffer): string =>
  `-----BEGIN ${label}-----\n${body.toString("base64").replaceAll(/(.{64})/g, "$1\n")}\n-----END ${label}-----\n`;

interface Issue {
  readonly subject: Buffer;
  readonly issuer: Buffer;
  readonly publicKey: KeyObject;
  readonly signer: KeyObject;
  readonly extensions: readonly Buffer[];
}

/** Made by hand so that the tests need neither a key in the repository nor a program that some systems lack (RFC 5280, section 4.1). */
function issue({ subject, issuer, publicKey, signer, extensions }: Issue): string {
  const day = 86_400_000;
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaWithSha256,
    issuer,
    sequence(utcTime(Date.now() - day), utcTime(Date.now() + 30 * day)),
    subject,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(...extensions)),
  );
  const signature = sign("sha256", body, signer);
  return pem("CERTIFICATE", sequence(body, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature)));
}

const named = (hosts: readonly string[]): Buffer =>
  sequence(
    subjectAltName,
    der(0x04, sequence(...hosts.map((host) => der(0x82, Buffer.from(host, "ascii"))))),
  );
const newKeys = () => generateKeyPairSync("ec", { namedCurve: "P-256" });
const asText = (key: KeyObject): string => key.export({ type: "pkcs8", format: "pem" }).toString();

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** A self-signed certificate for the given host names, with a key that lives as long as the process. */
export function makeCertificate(hosts: readonly string[]): Certificate {
  const { publicKey, privateKey } = newKeys();
  const name = distinguished("ReplyGuard test pages");
  const cert = issue({
    subject: name,
    issuer: name,
    publicKey,
    signer: privateKey,
    extensions: [named(hosts)],
  });
  return { key: asText(privateKey), cert };
}

/** What vouches for the servers of one test, as a practice's own authority does. */
export interface Authority {
  /** In PEM. */
  readonly cert: string;
  /** SHA-256 of its public key, in base64. */
  readonly fingerprint: string;
  /** With the authority's own certificate behind it. */
  issueFor(hosts: readonly string[]): Certificate;
}

export function makeAuthority(): Authority {
  const { publicKey, privateKey } = newKeys();
  const name = distinguished("ReplyGuard test authority");
  const critical = der(0x01, Buffer.from([0xff]));
  const isAuthority = der(0x04, sequence(critical));
  const signsCertificates = der(0x04, der(0x03, Buffer.from([1, 0x06])));
  const cert = issue({
    subject: name,
    issuer: name,
    publicKey,
    signer: privateKey,
    extensions: [
      sequence(oid("551d13"), critical, isAuthority),
      sequence(oid("551d0f"), critical, signsCertificates),
    ],
  });
  const spki = publicKey.export({ type: "spki", format: "der" });
  return {
    cert,
    fingerprint: createHash("sha256").update(spki).digest("base64"),
    issueFor(hosts) {
      const own = newKeys();
      const leaf = issue({
        subject: distinguished("ReplyGuard test server"),
        issuer: name,
        publicKey: own.publicKey,
        signer: privateKey,
        extensions: [named(hosts)],
      });
      return { key: asText(own.privateKey), cert: leaf + cert };
    },
  };
}
