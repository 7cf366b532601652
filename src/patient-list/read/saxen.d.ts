/** What we use of saxen 11, which has no types of its own. */
declare module "saxen" {
  export class Parser {
    on(
      event: "openTag",
      listener: (
        name: string,
        attributes: () => Record<string, string>,
        decodeEntities: (text: string) => string,
      ) => void,
    ): this;
    on(event: "closeTag", listener: (name: string) => void): this;
    on(event: "text", listener: (value: string, decodeEntities: (text: string) => string) => void): this;
    on(event: "cdata", listener: (value: string) => void): this;
    on(event: "error", listener: (error: Error) => void): this;
    write(xml: string): this;
    end(): Error | undefined;
    stop(): void;
  }
}
