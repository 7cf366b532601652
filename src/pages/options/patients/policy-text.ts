/** What a managed policy says to hand out a sealed list. `managedKey`: base64. The address is the admin's to fill in. */
export function policyText(sha256: string, managedKey: string | undefined): string {
  const patientList = {
    address: "https://files.practice.example/patient-list.rgl",
    sha256,
    ...(managedKey === undefined ? {} : { key: managedKey }),
  };
  return JSON.stringify({ patientList }, undefined, 2);
}
