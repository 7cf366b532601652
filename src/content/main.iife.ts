document.addEventListener("x", () => undefined);
