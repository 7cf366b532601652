import { describePart } from "./every-draft.ts";

describePart(1, 4);
