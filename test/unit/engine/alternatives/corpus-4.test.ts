import { describePart } from "./every-draft.ts";

describePart(3, 4);
