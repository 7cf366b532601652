import { createRoot } from "react-dom/client";
import { find } from "./shared/dom.ts";
import { ready } from "./shared/sent.ts";
import { ReviewCard } from "./shared/yelp-card.tsx";

createRoot(find("#root")).render(
  <>
    <ReviewCard
      reviewer="Ingrid P."
      stars={1}
      text="Waited forty minutes and nobody told me why. The lip filler came out uneven."
      hasSendControl
    />
    <ReviewCard
      reviewer="Rafael O."
      stars={5}
      text="Spotless place and very kind people at the desk."
      hasSendControl
    />
  </>,
);
ready();
