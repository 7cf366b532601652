/** Named in the record: raised whenever the same draft may get another verdict. */
export const engineVersion = "1";
