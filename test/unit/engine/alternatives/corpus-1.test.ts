import { describePart } from "./every-draft.ts";

describePart(0, 4);
