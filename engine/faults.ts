/** What a document's owner is told when the document is not to blame; the log has the details. */
export const engineFault = 'The document could not be read because of a fault in the engine.'
