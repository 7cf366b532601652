export { decodeIndex, encodeIndex } from "../engine/patients/index.ts";
