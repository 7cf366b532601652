/** What invented people wrote to an invented practice. */
export interface Review {
  readonly id: string;
  readonly name: string;
  readonly stars: 1 | 2 | 3 | 4 | 5;
  readonly when: string;
  /** Empty: stars without a word. */
  readonly text: string;
  readonly language: "en" | "es";
}

export const facebookReviews: readonly Review[] = [
  {
    id: "jane",
    name: "Jane Ashworth",
    stars: 5,
    when: "2 hours ago",
    text: "Everybody was so kind, from the front desk to the nurse. I felt looked after.",
    language: "en",
  },
  {
    id: "walter",
    name: "Walter Greaves",
    stars: 2,
    when: "Yesterday",
    text: "I sat there for fifty minutes past my time and nobody told me why.",
    language: "en",
  },
  { id: "bea", name: "Bea Fontaine", stars: 4, when: "3 days ago", text: "", language: "en" },
  {
    id: "lucia",
    name: "Lucía Montero",
    stars: 5,
    when: "Last week",
    text: "Un trato excelente y todo muy limpio. ¡Gracias!",
    language: "es",
  },
];

export const yelpReviews: readonly Review[] = [
  {
    id: "rafael",
    name: "Rafael O.",
    stars: 1,
    when: "11/20/26",
    text: "They kept my deposit when I had to cancel, and then I got a bill on top of it. Nobody answers the phone about it.",
    language: "en",
  },
  {
    id: "ingrid",
    name: "Ingrid P.",
    stars: 2,
    when: "11/14/26",
    text: "Waited forty minutes, and the result came out uneven.",
    language: "en",
  },
  {
    id: "tobias",
    name: "Tobias R.",
    stars: 5,
    when: "11/2/26",
    text: "Spotless place and very kind people at the desk.",
    language: "en",
  },
  {
    id: "maribel",
    name: "Maribel S.",
    stars: 4,
    when: "10/28/26",
    text: "Muy amables. Solo falta estacionamiento.",
    language: "es",
  },
];

export interface Comment {
  readonly handle: string;
  readonly when: string;
  readonly text: string;
}

export const instagramComments: readonly Comment[] = [
  { handle: "lena.okafor", when: "2h", text: "Will there be cake? And does microneedling hurt?" },
  { handle: "priya.raman", when: "5h", text: "Love this place, best team in town" },
  { handle: "des_by_the_sea", when: "1d", text: "Called three times about a bill. No answer." },
  { handle: "sol.y.piel", when: "1d", text: "¿Abren los sábados?" },
];
