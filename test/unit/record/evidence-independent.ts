/** Opens a sealed draft by docs/evidence.md alone, with Node's own cryptography: nothing of src, nothing of its library. */
import {
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
} from "node:crypto";

const ascii = (text: string): Buffer => Buffer.from(text, "ascii");
const two = (number: number): Buffer => Buffer.from([number >> 8, number & 255]);
const hmac = (key: Buffer, data: Buffer): Buffer => createHmac("sha256", key).update(data).digest();
const kemId = Buffer.concat([ascii("KEM"), two(0x0020)]);
const suiteId = Buffer.concat([ascii("HPKE"), two(0x0020), two(0x0001), two(0x0002)]);

const extract = (suite: Buffer, salt: Buffer, label: string, secret: Buffer): Buffer =>
  hmac(
    salt.length === 0 ? Buffer.alloc(32) : salt,
    Buffer.concat([ascii("HPKE-v1"), suite, ascii(label), secret]),
  );

function expand(suite: Buffer, key: Buffer, label: string, info: Buffer, length: number): Buffer {
  const labeled = Buffer.concat([two(length), ascii("HPKE-v1"), suite, ascii(label), info]);
  // None of the lengths here is above that of one hash.
  return hmac(key, Buffer.concat([labeled, Buffer.from([1])])).subarray(0, length);
}

/** DER of a key of RFC 8410 before its 32 bytes. */
const pkcs8 = Buffer.from("302e020100300506032b656e04220420", "hex");
const spki = Buffer.from("302a300506032b656e032100", "hex");
const privateOf = (raw: Buffer) =>
  createPrivateKey({ key: Buffer.concat([pkcs8, raw]), format: "der", type: "pkcs8" });
const publicOf = (raw: Buffer) =>
  createPublicKey({ key: Buffer.concat([spki, raw]), format: "der", type: "spki" });

/** HPKE, base mode, the first message. Throws where it does not open. */
export function hpkeOpen(of: {
  privateKey: Buffer;
  enc: Buffer;
  info: Buffer;
  aad: Buffer;
  ciphertext: Buffer;
}): Buffer {
  const own = privateOf(of.privateKey);
  const ownPublic = createPublicKey(own).export({ format: "der", type: "spki" }).subarray(spki.length);
  const dh = diffieHellman({ privateKey: own, publicKey: publicOf(of.enc) });
  const none = Buffer.alloc(0);
  const prk = extract(kemId, none, "eae_prk", dh);
  const shared = expand(kemId, prk, "shared_secret", Buffer.concat([of.enc, ownPublic]), 32);
  const context = Buffer.concat([
    Buffer.from([0]),
    extract(suiteId, none, "psk_id_hash", none),
    extract(suiteId, none, "info_hash", of.info),
  ]);
  const secret = extract(suiteId, shared, "secret", none);
  const key = expand(suiteId, secret, "key", context, 32);
  const nonce = expand(suiteId, secret, "base_nonce", context, 12);
  const decipher = createDecipheriv("aes-256-gcm", key, nonce);
  decipher.setAAD(of.aad);
  decipher.setAuthTag(of.ciphertext.subarray(-16));
  return Buffer.concat([decipher.update(of.ciphertext.subarray(0, -16)), decipher.final()]);
}

/** The JSON of the draft. */
export function openSealed(sealed: Uint8Array, privateKey: Buffer, seat: string, id: string): string {
  const bytes = Buffer.from(sealed);
  const padded = hpkeOpen({
    privateKey,
    enc: bytes.subarray(9, 41),
    info: ascii(`ReplyGuard evidence ${bytes[0]} ${seat} ${id}`),
    aad: bytes.subarray(0, 9),
    ciphertext: bytes.subarray(41),
  });
  return padded.subarray(16, 16 + Number(padded.readBigUInt64LE(0))).toString("utf8");
}

export const nameOf = (publicKey: string): string =>
  createHash("sha256").update(publicKey, "ascii").digest("hex").slice(0, 16);
