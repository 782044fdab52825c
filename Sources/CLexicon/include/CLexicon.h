// The words that come with the program: the files of Mailboxes/lexicon/shipped as they are, laid
// into the program when it is built, so that it reads mail without looking for a file.
//
// Each is one text of UTF-8, ended by a zero byte; nothing of it is ever freed or changed.

#ifndef CLEXICON_H
#define CLEXICON_H

/// The file of words at a place, from 0; null behind the last.
const char *guichet_lexicon_words(int place);

/// What words weigh.
const char *guichet_lexicon_weights(void);

/// How words vote on what a mail or a complaint is.
const char *guichet_lexicon_votes(void);

#endif
