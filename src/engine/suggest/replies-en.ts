/**
 * Replies in English, in two parts that fit each other in any pairing: an opening and a closing. `{reach}` becomes a way to
 * reach the practice ("call us at …"), `{team}` its name. None says or denies that anybody is a patient, offers anything
 * for a review, steers who may write one, or gives the law as an excuse.
 */
import type { Situation } from "./situation.ts";
import type { Parts } from "./wordings.ts";

const talk = [
  "We never discuss anyone's care online, but we are glad to talk: please {reach}.",
  "For everyone's privacy we keep conversations off public pages. Please {reach}.",
  "The manager would be glad to listen: please {reach}.",
  "We would welcome a conversation: please {reach}.",
  "To talk with a person, please {reach} and ask for the manager.",
  "We would like to understand more. Please {reach}.",
  "To continue in private, please {reach}.",
  "A conversation says more than a comment: please {reach}.",
];

export const english: Readonly<Record<Situation, Parts>> = {
  praise: {
    open: [
      "Thank you so much for the kind words!",
      "What a lovely note to read, thank you!",
      "Thank you for the wonderful review!",
      "We are grateful for this kind feedback.",
      "This made our day, thank you!",
      "Thank you for sharing such generous words!",
      "Reading this put a smile on our faces.",
      "Words like these mean the world to us.",
      "We loved reading this, thank you!",
      "So kind, thank you!",
      "Thank you for taking a moment to write this!",
      "Big smiles all around the office, thank you!",
    ],
    close: [
      "Notes like this keep the whole team going.",
      "It means a lot to all of us.",
      "We will share it with everyone at {team}.",
      "We will read it out at our next team meeting.",
      "Kind words travel fast around here.",
      "Have a wonderful week!",
      "Our team works hard every day, and this is the best thanks there is.",
      "This one goes straight up on the break-room board.",
      "The whole team is smiling.",
      "Wishing you a great rest of the week!",
      "Everyone at {team} will get to read it.",
    ],
  },
  chat: {
    open: [
      "Thanks so much for the love!",
      "This comment made us smile!",
      "Aww, thank you!",
      "So sweet, thank you!",
      "We love reading comments like this!",
      "Big smiles over here!",
      "Thanks for following along!",
      "Thank you for the sweet comment!",
      "Thanks for the good vibes!",
    ],
    close: [
      "The whole team says hi!",
      "Have a great day!",
      "Comments like this make our day.",
      "Sending good vibes to everyone here.",
      "It means a lot to all of us.",
      "Have a lovely week!",
      "This page has the best community.",
      "More fun posts are on the way.",
    ],
  },
  neutral: {
    open: [
      "Thank you for writing.",
      "We appreciate the comment.",
      "Thank you for taking the time to write.",
      "Thanks for the note!",
      "We read every comment here.",
      "Thank you for reaching out.",
      "Thank you for the comment.",
    ],
    close: [
      "We never discuss anyone's care online, but we are glad to talk: please {reach}.",
      "For a conversation with the team, please {reach}.",
      "Questions are always welcome: please {reach}.",
      "For anything personal, please {reach}.",
      "We keep personal matters off public pages, so please {reach} any time.",
      "For anything that needs an answer, please {reach}.",
      "Somebody from the team is happy to talk: please {reach}.",
    ],
  },
  complaint: {
    open: [
      "Thank you for this feedback.",
      "We are sorry to read this.",
      "Thank you for speaking up.",
      "We hear the frustration and take it to heart.",
      "Reading this, we want to understand more.",
      "Feedback like this matters to us, also when it is hard to read.",
      "We take every concern seriously.",
      "Honest feedback is how we get better.",
      "We hold ourselves to a high standard, and we take this seriously.",
    ],
    close: talk,
  },
  grief: {
    open: [
      "We are so very sorry.",
      "There are no words. We are deeply sorry to read this.",
      "Our hearts go out to everyone who is grieving.",
      "This is heartbreaking to read, and we are deeply sorry.",
    ],
    close: [
      "Whenever the time is right, please {reach}.",
      "Somebody from the team is here to listen: please {reach}.",
      "We would be honored to talk in private: please {reach}.",
      "For a private conversation at any time, please {reach}.",
    ],
  },
  mourning: {
    open: [
      "Our hearts are with everyone who is grieving today.",
      "Holding everyone who is mourning in our thoughts.",
      "Today we are thinking of everyone who misses somebody.",
    ],
    close: [
      "With love from all of us at {team}.",
      "Be gentle with each other.",
      "Sending strength to our whole community.",
    ],
  },
  billing: {
    open: [
      "Thank you for raising this.",
      "Clear prices matter to us, and so do straight answers.",
      "Questions about money deserve a straight answer.",
      "Thank you for the feedback about pricing.",
      "Money questions are never fun, and they deserve a real answer.",
      "We take questions about billing seriously.",
    ],
    close: [
      "We never discuss anyone's account in public: please {reach}.",
      "For any question about billing, please {reach}.",
      "Our policies are the same for everybody, and we are glad to explain them: please {reach}.",
      "Please {reach} and ask for the manager.",
      "Numbers belong in a private conversation: please {reach}.",
      "The manager would be glad to listen: please {reach}.",
    ],
  },
  wait: {
    open: [
      "Everyone's time is valuable, and we appreciate the feedback.",
      "Waiting is frustrating for anyone.",
      "We aim to run on time and take feedback about it seriously.",
      "Nobody likes to wait. Thank you for saying so plainly.",
      "Thank you for the feedback about our schedule.",
      "Fair point: time matters.",
    ],
    close: [
      "We keep working on our schedule. Please {reach} with any suggestion.",
      "To talk with the manager, please {reach}.",
      "The manager would be glad to listen: please {reach}.",
      "Feedback like this helps us plan better days. For a conversation, please {reach}.",
      "We would like to understand more. Please {reach}.",
      "We would welcome a conversation: please {reach}.",
    ],
  },
  question: {
    open: [
      "Thank you for the question!",
      "Great question!",
      "Thanks for asking!",
      "Good question, and thank you for asking it here.",
      "We love a good question!",
      "Happy to help!",
    ],
    close: [
      "The best answer comes from a conversation: please {reach}.",
      "So that nobody gets half an answer here, please {reach}.",
      "Our team is happy to explain how it works: please {reach}.",
      "For a complete answer, please {reach}.",
      "For details, please {reach}.",
      "Somebody from the team can explain it all: please {reach}.",
    ],
  },
  threat: {
    open: [
      "We respect everyone's right to share an opinion.",
      "Thank you for the feedback.",
      "Every opinion is welcome here, also a hard one.",
      "We read every review and take it seriously.",
      "An honest opinion is always welcome here.",
    ],
    close: talk,
  },
  stranger: {
    open: [
      "We take all feedback seriously.",
      "Thank you for the feedback.",
      "We take every review seriously, whoever wrote it.",
      "Feedback of every kind is read here.",
      "We read every review.",
    ],
    close: [
      "To protect everyone's privacy we never say online who is or is not a patient. Anyone with a concern may {reach}.",
      "Anyone who would like to talk about it may {reach}.",
      "For a conversation, please {reach}.",
      "We would be glad to listen: please {reach}.",
      "For everyone's privacy we keep conversations off public pages. Please {reach}.",
      "The manager would be glad to listen: please {reach}.",
    ],
  },
  message: {
    open: [
      "This inbox is for general questions.",
      "Thank you for the message!",
      "Thanks for writing!",
      "Thank you for reaching out.",
      "Thank you for getting in touch.",
    ],
    close: [
      "For anything personal, please {reach}.",
      "To keep personal details private, please {reach}.",
      "We keep personal matters out of social media messages. Please {reach} and somebody will help.",
      "Please {reach}; that is the best way to get an answer.",
      "Messages here are not private enough for personal matters, so please {reach}.",
    ],
  },
  post: {
    open: [
      "Thank you to everyone who follows along here.",
      "A little hello from all of us at {team}!",
      "Our team is proud of the work we do every day.",
      "A big thank-you to our wonderful community.",
      "New here? Welcome to our page!",
      "It is a good week at {team}.",
      "Thank you for all the love on this page.",
    ],
    close: [
      "Questions about what we do? Please {reach}.",
      "For details about services and prices, please {reach}.",
      "To learn more, please {reach}.",
      "Ask us anything general in the comments.",
      "Have a great week, everyone!",
      "Every question is welcome: please {reach}.",
    ],
  },
  review: {
    open: [
      "Clear communication and reliable service matter to us.",
      "We value businesses that answer quickly and keep their promises.",
      "This rating is about service, communication and reliability.",
      "Service, reliability and a clear answer when something goes wrong: that is what counts for us.",
    ],
    close: [
      "This rating reflects that.",
      "Other opinions may differ.",
      "That is our honest opinion.",
      "Others may see it differently.",
    ],
  },
  insider: {
    open: [
      "Staff do not rate their own workplace.",
      "Thanks for reading.",
      "Ratings from a team about itself help nobody.",
      "In fairness to readers, the team leaves ratings to others.",
    ],
    close: [
      "General information is on our website.",
      "Hours, parking and contact details are on our website.",
      "For general questions, please call the office.",
      "News from the team is on our own page.",
    ],
  },
};
