/** What a managed policy says to hand out a sealed list. `managedKey`: base64. The address is the admin's to fill in. */
export function policyText(sha256: string, managedKey: string | undefined): string {
  const patientList = {
    address: "https://files.practice.example/patient-list.rgl",
    sha256,
    ...(managedKey === undefined ? {} : { key: managedKey }),
  };
  return JSON.stringify({ patientList }, undefined, 2);
}

/** Of a whole file, as hexadecimal digits. */
export async function sha256(file: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", file));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
