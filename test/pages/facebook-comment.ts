import { find, isBareEnter } from "./shared/dom.ts";
import { mountLexical } from "./shared/lexical-box.ts";
import { ready } from "./shared/sent.ts";

for (const box of ["#reply", "#comment"]) mountLexical(find(box), { text: "rich", sendsOn: isBareEnter });
ready();
