/** Something the admin can mend. The message names file, line and remedy, and never quotes a draft or a patient. */
export class Problem extends Error {
  constructor(what: string, remedy: string) {
    super(`${what}\n${remedy}`);
  }
}
