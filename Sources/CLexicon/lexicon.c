// The files themselves. The compiler notes them as what this depends on: a word that is changed
// there is in the next build.

#include <stddef.h>

#include "CLexicon.h"

// #embed is part of C23, which this compiler calls an extension of what it is set to.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const char answers[] = {
#embed "../../Mailboxes/lexicon/shipped/answers.txt" suffix(, 0)
};
static const char complaints[] = {
#embed "../../Mailboxes/lexicon/shipped/complaints.txt" suffix(, 0)
};
static const char exposure[] = {
#embed "../../Mailboxes/lexicon/shipped/exposure.txt" suffix(, 0)
};
static const char grammar[] = {
#embed "../../Mailboxes/lexicon/shipped/grammar.txt" suffix(, 0)
};
static const char states[] = {
#embed "../../Mailboxes/lexicon/shipped/states.txt" suffix(, 0)
};
static const char things[] = {
#embed "../../Mailboxes/lexicon/shipped/things.txt" suffix(, 0)
};
static const char wishes[] = {
#embed "../../Mailboxes/lexicon/shipped/wishes.txt" suffix(, 0)
};
static const char weights[] = {
#embed "../../Mailboxes/lexicon/shipped/weights.txt" suffix(, 0)
};
static const char votes[] = {
#embed "../../Mailboxes/lexicon/shipped/votes.txt" suffix(, 0)
};

static const char *const words[] = {
    things, states, exposure, grammar, wishes, complaints, answers,
};

const char *guichet_lexicon_words(int place) {
    size_t count = sizeof words / sizeof *words;
    return place >= 0 && (size_t)place < count ? words[place] : NULL;
}

const char *guichet_lexicon_weights(void) {
    return weights;
}

const char *guichet_lexicon_votes(void) {
    return votes;
}
