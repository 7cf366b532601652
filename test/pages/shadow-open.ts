import { mountInShadow } from "./shared/shadow-box.ts";

mountInShadow("open");
