/**
 * Words that sites print on boxes and buttons: hints, never the ground on which a box is taken for a composer.
 * Lower case, without trailing dots. English, Spanish, Arabic, Vietnamese, Indonesian and Thai ones were mostly seen on
 * pages or in code for pages; the rest are the sites' usual words in that language and were not compared with a page.
 */

const words = (...lines: string[]): string[] => lines.flatMap((line) => line.split("|"));

/** A public comment goes out. */
export const comment = words(
  "comment|post comment|post|reply|publish|send|submit",
  "comentar|publicar|responder|enviar|publicar comentario|publicar respuesta",
  "commenter|publier|répondre|envoyer",
  "kommentieren|posten|antworten|senden|veröffentlichen",
  "commenta|pubblica|rispondi|invia",
  "postar|comentario|comentário",
  "bình luận|đăng bình luận|đăng|trả lời",
  "kirim komentar|kirim|posting|balas",
  "تعليق|نشر|رد",
  "แสดงความคิดเห็น|โพสต์|ตอบกลับ",
  "опубликовать|комментировать|отправить",
  "plaatsen|reageren|opublikuj|skomentuj|paylaş|yorum yap",
  "投稿する|コメント|コメントする|返信|게시|댓글|发布|發佈|评论|留言|回复|回覆",
);

/** A direct message goes out. */
export const message = words(
  "send|press enter to send|send message|reply|submit",
  "enviar|enviar mensaje|presiona enter para enviar|pulsa intro para enviar|pressione enter para enviar",
  "envoyer|appuyez sur entrée pour envoyer|senden|zum senden eingabetaste drücken|invia",
  "premi invio per inviare|gửi|nhấn enter để gửi|kirim|tekan enter untuk mengirim|ส่ง|إرسال",
  "отправить|verzenden|versturen|wyślij|gönder|送信|보내기|发送|傳送",
);

/** A new post goes out, or on to the step in which it does. */
export const post = words(
  "post|next|share|share now|save|publish|schedule|done",
  "publicar|siguiente|compartir|compartir ahora|guardar|programar|listo",
  "publier|suivant|partager|enregistrer|posten|weiter|teilen|speichern|fertig",
  "postar|avançar|compartilhar|salvar|pubblica|avanti|condividi|salva",
  "đăng|tiếp|chia sẻ|posting|kirim|selanjutnya|berikutnya|bagikan|simpan",
  "نشر|التالي|مشاركة|حفظ|โพสต์|ถัดไป|แชร์|опубликовать|далее|поделиться",
  "投稿|投稿する|次へ|シェア|게시|다음|공유하기|发布|下一步|分享|發佈",
);

/** A box that answers one comment. */
export const replyBox = words(
  "reply to {author}|responder a {author}|répondre à {author}|antworte {author}",
  "auf {author} antworten|rispondi a {author}|trả lời {author}|balas {author}|الرد على {author}",
  "ตอบกลับ {author}|reageer op {author}|{author}さんに返信|{author}님에게 답글 남기기|回复 {author}",
  "回覆 {author}|ответить {author}",
  "write a reply|write a public reply|reply as|escribe una respuesta|écrivez une réponse",
  "antwort schreiben|scrivi una risposta|escreva uma resposta|viết phản hồi|tulis balasan",
);

/** A box for a direct message. */
export const messageBox = words(
  "message|write to {author}|write a message|type a message|reply in messenger|aa",
  "mensaje|escribe un mensaje|escribir a|envía un mensaje|votre message|écrivez un message",
  "nachricht|schreibe eine nachricht|schreib eine nachricht|messaggio|scrivi un messaggio|mensagem|nhắn tin|pesan|kirim pesan",
  "رسالة|ข้อความ|сообщение|メッセージ|메시지|发消息|發訊息|訊息|消息",
);

/** A box for a new post on Facebook. */
export const postBox = words(
  "what's on your mind|write something|create a public post|describe your reel|say something",
  "¿qué estás pensando|¿qué piensas|escribe algo|crea una publicación|exprimez-vous|quoi de neuf",
  "was machst du gerade|schreib etwas|a cosa stai pensando|scrivi qualcosa|no que você está pensando",
  "escreva algo|bạn đang nghĩ gì|bạn viết gì đi|apa yang anda pikirkan|tulis sesuatu",
  "بم تفكر|คุณคิดอะไรอยู่|что у вас нового",
);

/** A caption under a new picture or video on Instagram. */
export const captionBox = words(
  "write a caption|escribe un pie de foto|écrivez une légende|bildunterschrift|scrivi una didascalia",
  "escreva uma legenda|viết chú thích|tulis keterangan|キャプションを入力|撰写说明|撰寫說明",
  "اكتب شرحًا|เขียนคำบรรยาย|문구를 입력|문구 입력",
);

/** Buttons near a box that do not send; compared as a prefix. */
export const notSend = words(
  "emoji|choose an emoji|insert an emoji|gif|choose a gif|comment with a gif|sticker",
  "choose a sticker|comment with a sticker|comment with an avatar|avatar sticker|photo|add photo",
  "attach|add a photo|add image|add a file|upload|camera|voice|microphone|tag people",
  "send a like|like|unlike|love|react|close|cancel|dismiss|discard|back|remove",
  "delete|more|see more|share sheet|translate|open more actions|audience|view photo",
  "thank|direct message|select from computer|preview|ask a question|need more information",
  "cancelar|cerrar|me gusta|adjuntar|volver|eliminar|annuler|fermer|j'aime|joindre",
  "abbrechen|schließen|gefällt mir|anhängen|annulla|chiudi|mi piace|fechar|curtir",
  "hủy|đóng|thích|batal|tutup|suka|إلغاء|إغلاق|إرفاق|أعجبني|ยกเลิก|ปิด|ถูกใจ",
);
