import { describePart } from "./every-draft.ts";

describePart(2, 4);
