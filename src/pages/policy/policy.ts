import { version } from "../../platform/page-api.ts";
import { byId } from "../shared/h.ts";

byId("version").textContent = `Version ${version}`;
