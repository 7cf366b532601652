/**
 * Whole replies in English. `{reach}` becomes a way to reach the practice ("call us at …"), `{team}` its name. None says
 * or denies that anybody is a patient, offers anything for a review, or gives the law as an excuse.
 */
import type { Situation } from "./situation.ts";

const talk = [
  "Thank you for this feedback. We take it seriously, and we never discuss anyone's care online. To talk with a person, please {reach}.",
  "We are sorry to read this. Honest feedback is how we get better. For a conversation, please {reach}.",
  "Thank you for speaking up. We hold ourselves to a high standard and would like to learn more. Please {reach}.",
  "We hear the frustration and take it to heart. For everyone's privacy we keep conversations off public pages; please {reach}.",
  "Reading this, we want to understand more. The manager would be glad to listen: please {reach}.",
  "Feedback like this matters to us, also when it is hard to read. Please {reach} and ask for the manager.",
];

export const english: Readonly<Record<Situation, readonly string[]>> = {
  praise: [
    "Thank you so much for the kind words! Notes like this make the whole team smile.",
    "What a lovely note to read. Thank you for taking the time to write it!",
    "Thank you for the wonderful review! Everyone at {team} will get to read it.",
    "We are grateful for this kind feedback. It means a lot to all of us.",
    "This made our day. Thank you for sharing such generous words!",
    "Thank you for the kind review. The whole team is smiling.",
    "Comments like this keep the whole team going. Thank you!",
    "Such kind words, thank you! We will share them at our next team meeting.",
  ],
  neutral: [
    "Thank you for writing. We never discuss anyone's care online, and we are glad to talk: please {reach}.",
    "We appreciate the comment. For a conversation with the team, please {reach}.",
    "Thank you for taking the time to write. Questions are always welcome: please {reach}.",
    "Thanks for the note! For anything personal, please {reach}.",
    "We read every comment and keep personal matters off public pages. Please {reach} any time.",
    "Good to hear from our community, always. For anything that needs an answer, please {reach}.",
  ],
  complaint: talk,
  billing: [
    "Thank you for raising this. We never discuss anyone's account in public, and questions about prices or policies are always welcome: please {reach}.",
    "Clear prices matter to us, and so do straight answers. For any question about billing, please {reach}.",
    "Questions about money deserve a straight answer in private. Please {reach} and ask for the manager.",
    "Thank you for the feedback about pricing. Our policies are the same for everybody, and we are glad to explain them: please {reach}.",
  ],
  wait: [
    "Thank you for the feedback. Everyone's time is valuable, and we keep working on our schedule. Please {reach} with any suggestion.",
    "Waiting is frustrating for anyone, and we appreciate hearing about it. To talk with the manager, please {reach}.",
    "We aim to run on time and take feedback about it seriously. Please {reach}; the manager would be glad to listen.",
    "Nobody likes to wait. Thank you for saying so plainly; it helps us plan better days. For a conversation, please {reach}.",
  ],
  question: [
    "Thank you for the question! The best answer comes from a conversation: please {reach}.",
    "Great question! The answer depends on the person, so we would rather not guess online. Please {reach}.",
    "Thanks for asking! Our team is happy to explain how it works: please {reach}.",
    "Good question, and thank you for asking it here. For a complete answer, please {reach}.",
  ],
  threat: [
    "We respect everyone's right to share an opinion. For a conversation, please {reach}.",
    "Thank you for the feedback. We would welcome the chance to listen: please {reach}.",
    "Every opinion is welcome here, also a hard one. The manager would be glad to listen: please {reach}.",
    "We read every review and take it seriously. For a conversation away from this page, please {reach}.",
  ],
  stranger: [
    "We take all feedback seriously. To protect everyone's privacy we never say online who is or is not a patient. Anyone with a concern may {reach}.",
    "Thank you for the feedback. We read every review and would be glad to listen: please {reach}.",
    "We take every review seriously, whoever wrote it. For a conversation, please {reach}.",
    "Feedback of every kind is read here. Anyone who would like to talk about it may {reach}.",
  ],
  message: [
    "Hi! This inbox is for general questions. For anything personal, please {reach}.",
    "Thank you for the message! To keep personal details private, please {reach}.",
    "Thanks for writing! We keep personal matters out of social media messages. Please {reach} and somebody will help.",
    "Hello, and thank you for reaching out. Please {reach}; that is the best way to get an answer.",
    "Thank you for getting in touch. Messages here are not private enough for personal matters, so please {reach}.",
  ],
  post: [
    "Thank you to everyone who follows along here. Questions about what we do? Please {reach}.",
    "Curious about what we offer? Our team loves a good question. Please {reach}.",
    "A little thank-you to our wonderful community from all of us at {team}.",
    "Good questions are always welcome here. For details about services and prices, please {reach}.",
    "Our team is proud of this work and of the people who do it every day. To learn more, please {reach}.",
  ],
  review: [
    "Clear communication and reliable service matter to us, and this rating reflects that.",
    "We value businesses that answer quickly, keep their promises and treat people with respect.",
    "A rating based on service, communication and reliability. Other opinions may differ.",
    "Service, reliability and a clear answer when something goes wrong: that is what this rating is about.",
  ],
  insider: [
    "Reviews belong to the people a business serves, so the team leaves no rating in this space.",
    "Ratings from a team about itself help nobody. Honest feedback from the public is always welcome.",
    "No rating from us: reviews are for the public, and every honest opinion is welcome.",
    "In fairness to readers, the team leaves the ratings to others.",
  ],
};
