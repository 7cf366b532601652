/** Property lists in XML, of what JSON knows (apple.com/DTDs/PropertyList-1.0.dtd: dict, array, string, integer, real, true, false). */
import { Problem } from "../problem.ts";
import { isList, isObject } from "../../../src/policy-file/json.ts";
import type { Json } from "../../../src/policy-file/json.ts";
import { contentOf, element, elementsOf, readXml, xmlText } from "./xml.ts";
import type { Element } from "./xml.ts";

const head = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
`;

export const plistText = (value: Json): string =>
  head + xmlText(element("plist", { version: "1.0" }, [toElement(value)]));

function toElement(value: Json): Element {
  if (typeof value === "boolean") return element(value ? "true" : "false");
  if (typeof value === "number")
    return element(Number.isSafeInteger(value) ? "integer" : "real", {}, [String(value)]);
  if (typeof value === "string") return element("string", {}, value === "" ? [] : [value]);
  if (isList(value)) return element("array", {}, value.map(toElement));
  if (!isObject(value))
    throw new Problem(
      "null stands in a list",
      "Leave the entry out: no configuration profile can hold null.",
    );
  return element(
    "dict",
    {},
    // A property list has no null, and to leave it out says the same.
    Object.entries(value)
      .filter(([, one]) => one !== null)
      .flatMap(([key, one]) => [element("key", {}, [key]), toElement(one)]),
  );
}

/** Throws a `Problem` that names `file`. */
export function readPlist(text: string, file: string): Json {
  const root = readXml(text, file);
  const [first] = elementsOf(root);
  if (root.name !== "plist" || !first)
    throw new Problem(
      `${file}: this is not a property list`,
      "Name the .mobileconfig file that guard policy emit wrote.",
    );
  return fromElement(first, file);
}

function fromElement(one: Element, file: string): Json {
  switch (one.name) {
    case "true":
      return true;
    case "false":
      return false;
    case "string":
      return contentOf(one);
    case "integer":
    case "real":
      return Number(contentOf(one));
    case "array":
      return elementsOf(one).map((item) => fromElement(item, file));
    case "dict": {
      const parts = elementsOf(one);
      const entries: [string, Json][] = [];
      for (let index = 0; index < parts.length; index += 2) {
        const [key, value] = [parts[index], parts[index + 1]];
        if (key?.name !== "key" || !value)
          throw new Problem(`${file}: a key has no value`, "Check the file.");
        entries.push([contentOf(key), fromElement(value, file)]);
      }
      return Object.fromEntries(entries);
    }
    default:
      throw new Problem(`${file}: <${one.name}> is nothing a policy holds`, "Check the file.");
  }
}
