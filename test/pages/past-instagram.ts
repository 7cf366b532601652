import { ready } from "./shared/sent.ts";

ready();
