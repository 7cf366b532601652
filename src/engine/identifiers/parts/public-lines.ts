/** Words beside a number or an address that make it a business's or the public's: no person's, so no finding. */
export const ofBusiness =
  /(?<![a-z])(?:pharmacy|pharmacist|hospital|urgent care|poison control|hotline|helpline|crisis|lifeline|samaritans|emergency room|bank|insurer|carecredit|cherry|dealership|vendor|landlord|food ?bank|pantry|shelter|church|school|library|city|county|board|police|non-?emergency|tow(?:ing)?|locksmith|florist|bakery|restaurant|hotel|radio|charity|foundation|red cross|blood drive|salon|studio|cafe|farmacia|linea de|policia|iglesia)(?![a-z])/;
