import { describePart } from "./every-draft.ts";

describePart(0, 2);
