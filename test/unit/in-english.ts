import { useCatalog } from "../../src/platform/i18n.ts";
import { en } from "../../src/locales/en.ts";

// There is no browser here to choose by its language.
useCatalog(en);
